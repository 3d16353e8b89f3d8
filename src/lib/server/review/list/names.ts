import { nameOf, type Cell } from '$lib/api/sheet-cells';
import { isMisread } from '$workers/code/payload/name';

/** What a formula shows that found nothing. */
export const failedFormula = /^#(n\/a|ref!|value!|name\?|div\/0!|num!|null!|spill!|calc!)$/i;
/** What programs write for an empty cell, exactly so: Null is a name. */
const placeholders: readonly string[] = ['NULL', 'null', 'N/A', 'n/a', 'NaN', 'nan', '无', '無', '空'];
/** Left of letters that an encoding had not, or of bytes that never were letters. */
const replaced = /[?？]|锟斤|斤拷|烫烫|屯屯/u;
/** A Western letter with an accent and the one after it, read as one Chinese character: Ren閑 Dupont. */
const swallowed = /[a-z]\p{Script=Han}[a-z ]/u;
const maxName = 64;
const maxClass = 128;

/** Of a name or class: its words, and why they are none, where they are. */
interface Listed {
  words: string;
  why?: 'formula' | 'letters' | 'name';
}

export function listedName(cell: Cell | undefined): Listed {
  const { words, why } = readable(cell);
  if (why || swallowed.test(words)) return { words, why: why ?? 'letters' };
  const none = words.length > maxName || !/\p{L}/u.test(words) || placeholders.includes(words);
  return { words, ...(none && { why: 'name' }) };
}

/** A class may be a number, or none. */
export function listedClass(cell: Cell | undefined): Listed {
  const { words, why } = readable(cell);
  return why || words.length <= maxClass ? { words, ...(why && { why }) } : { words, why: 'name' };
}

function readable(cell: Cell | undefined): Listed {
  const words = nameOf(cell);
  if (words === false) return { words: '', why: 'letters' };
  if (failedFormula.test(words)) return { words, why: 'formula' };
  const misread = replaced.test(words) || isMisread(words) || isUtf8ReadAsGbk(words);
  return { words, ...(misread && { why: 'letters' }) };
}

let bytesOfGbk: Map<string, readonly [number, number]> | undefined;
const asUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether a text is Chinese in UTF-8 that was taken for GBK and saved so: 鏋楁檽 of 林晓. */
function isUtf8ReadAsGbk(text: string): boolean {
  if (!/^\P{ASCII}{2,}/u.test(text)) return false;
  bytesOfGbk ??= gbk();
  const bytes: number[] = [];
  for (const letter of text) {
    const pair = bytesOfGbk.get(letter);
    if (pair) bytes.push(...pair);
    else if (letter < '\u0080') bytes.push(letter.charCodeAt(0));
    else return false;
  }
  try {
    return /^[\p{Script=Han}\p{ASCII}·]+$/u.test(asUtf8.decode(new Uint8Array(bytes)));
  } catch {
    // as the bytes of almost every name
    return false;
  }
}

function gbk(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) {
      const letter = decoder.decode(new Uint8Array([lead, trail]));
      if (letter.length === 1 && letter !== '\ufffd') pairs.set(letter, [lead, trail]);
    }
  return pairs;
}
