/** Version of the notice's text; a change of it asks for consent again. */
export const noticeVersion = '2026-11';
