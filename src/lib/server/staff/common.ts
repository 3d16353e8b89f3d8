/** The first of the list are tried first, with a few digits behind them too. */
const mostUsual = 3000;

let found: Promise<{ all: Set<string>; usual: Set<string> }> | undefined;

/** Loaded with the first password that is chosen. */
const lists = () =>
  (found ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const all = dictionary['passwords-common'].map(String);
    return { all: new Set(all), usual: new Set(all.slice(0, mostUsual)) };
  }));

/** `abcabcabc` as `abc`. */
const unitOf = (text: string) => /^(.+?)\1+$/u.exec(text)?.[1] ?? text;

/**
 * Whether a password is among those that are tried first: a common one, a common one with digits or signs around it, the
 * same over and over, or one's own name.
 */
export async function isCommon(password: string, name: string): Promise<boolean> {
  const { all, usual } = await lists();
  const text = password.normalize('NFKC').toLowerCase();
  const unit = unitOf(text);
  if (all.has(text) || all.has(unit) || [...unit].length <= 3) return true;
  const word = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return usual.has(word) || usual.has(unitOf(word)) || word === '' || word === name.toLowerCase();
}
