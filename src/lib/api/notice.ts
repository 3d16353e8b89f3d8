/**
 * The notice that is agreed to before a photo is taken: its versions, and the hash of the text that was shown. Shared by
 * the client, which asks for the present one, and the endpoint, which takes in nothing without it.
 */
import type { Locale } from '$lib/i18n/locales/tags';

/** What the law wants a separate, voluntary answer for: sensitive data at all, and the face in particular. */
export const consentItems = ['sensitive', 'face'] as const;
export type ConsentItem = (typeof consentItems)[number];

interface NoticeVersion {
  version: string;
  /** ISO 8601: devices that hold a photo agreed to under this earlier text may send it so long; none for the present one. */
  until?: string;
  /** Lower-case hex SHA-256 of the text by language, places unfilled; absent where it is no longer in the product. */
  sha256?: Readonly<Record<Locale, string>>;
}

const present = {
  version: '2026-11-30',
  sha256: {
    'zh-CN': '002d0a9cd9bfc8f22510aefd3d970fea3868c99c15b24ac6e369f112020606bc',
    'zh-TW': 'e7a9afe004f83fc904cc5d2b2228c462140cd7f95e1da41ee9176231b80ee278',
    en: 'd1c99ca52bfacb0642933c95883d8c13d7239a4a64401a5b5704162b3429d984'
  }
} as const satisfies NoticeVersion;

/** A changed text is a new row, and the one before gets its `until`. */
const versions: readonly NoticeVersion[] = [
  present,
  { version: '2026-11-25', until: '2027-01-31T00:00:00Z' }
];

/** Version of the notice's text; a change of it asks for consent again. */
export const noticeVersion = present.version;

/** The texts of the notice in the order they are read; their hash is the text's. */
export const noticeTexts = [
  'notice.1',
  'notice.2',
  'notice.3',
  'notice.full1',
  'notice.full2',
  'notice.full3',
  'notice.kept',
  'notice.keptUnknown',
  'notice.guardian',
  'consent.sensitive',
  'consent.face'
] as const;

/** The version as it may be agreed to at `now`; null when it is none, or superseded for too long. */
export function noticeOf(version: string, now: number): NoticeVersion | null {
  const found = versions.find((one) => one.version === version);
  return found && !(found.until && now >= Date.parse(found.until)) ? found : null;
}
