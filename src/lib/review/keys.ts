/** What a key press says, as far as it matters here. */
type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Keys that stand for no letter. */
const named = /^(Enter|Escape|Arrow(Left|Right|Up|Down))$/;

/**
 * The small letter, digit, sign or name of a key press; null: one of the browser's own. An input method keeps the letter to
 * itself or makes another of it (`Process`, ？, ａ): then the key's place on the keyboard says which it is.
 */
export function keyOf({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Press): string | null {
  if (ctrlKey || metaKey || altKey) return null;
  const plain = key.normalize('NFKC').toLowerCase();
  if (/^[ -~]$/.test(plain)) return plain;
  if (named.test(key)) return key;
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)(\d))$/.exec(code) ?? [];
  if (letter) return letter.toLowerCase();
  if (digit) return shiftKey ? null : digit;
  if (code === 'Slash') return shiftKey ? '?' : '/';
  if (code === 'Space') return ' ';
  return code === 'NumpadEnter' ? 'Enter' : named.test(code) ? code : null;
}

/** Whether the press belongs to a field that is written in. */
export const isWriting = ({ target }: Event): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox], [type=radio]), select, textarea') !== null;
