/** Letters of every script, marks, and what stands between the parts of a name: space, dots, hyphen, apostrophe. */
const shape = /^\p{L}[\p{L}\p{M} .·་•・‧．'’\-‐()（）]*$/u;
/** Half-width kana and letters for private use come of bytes read in another encoding. */
const stray = /[\uff61-\uff9f\p{Co}]/u;
/** Beyond what a name of any language needs, these letters are Chinese read as Western text: ÁÖÏþ. */
const accented = /[\u00aa\u00b5\u00ba\u00c0-\u00ff]/gu;
const mostAccented = 1 / 3;

/** Whether the letters of a text come of bytes read in another encoding. */
export function isMisread(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const strange = text.match(accented)?.length ?? 0;
  if (strange > mostAccented * letters || stray.test(text)) return true;
  return strange > 0 && /\p{Script=Han}/u.test(text);
}

/** Whether a text can be a person's name, rather than a text read in another encoding, a number or a placeholder. */
export function isPlausibleName(name: string): boolean {
  return name.length <= 64 && shape.test(name) && !isMisread(name);
}
