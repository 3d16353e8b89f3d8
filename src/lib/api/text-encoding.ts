/**
 * The text of a list or sheet: by its mark; else by where its zero bytes lie; else UTF-8 or GB 18030 by what its bytes
 * look like, or Big5 where only that gives common characters. A byte that does not belong to its encoding is left as U+FFFD.
 */
export function textOf(file: Uint8Array): string {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(file);
  const start = file.subarray(0, 4096);
  const zeros = (from: number) => start.filter((byte, at) => at % 2 === from && byte === 0).length;
  if (zeros(1) > start.length / 8) return new TextDecoder('utf-16le').decode(file);
  if (zeros(0) > start.length / 8) return new TextDecoder('utf-16be').decode(file);
  if (isUtf8(file)) return new TextDecoder('utf-8').decode(file);
  return new TextDecoder(isBig5(file) ? 'big5' : 'gb18030').decode(file);
}

/**
 * Whether all is valid, as hardly any Chinese of GB 18030 is; or most bytes beyond ASCII stand in valid sequences of
 * three or more: so almost all of Chinese UTF-8, also where bytes were lost, and few of GB 18030's pairs.
 */
function isUtf8(file: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(file);
    return true;
  } catch {
    // bytes were lost, or it is none
  }
  const follows = (at: number) => file[at] !== undefined && file[at] >= 0x80 && file[at] < 0xc0;
  let beyond = 0;
  let valid = 0;
  for (let at = 0; at < file.length; at++) {
    if (file[at]! < 0x80) continue;
    const length = file[at]! >= 0xf0 ? 4 : file[at]! >= 0xe0 ? 3 : 2;
    const whole = Array.from({ length: length - 1 }, (_, index) => at + 1 + index).every(follows);
    beyond++;
    if (file[at]! < 0xc0 || !whole) continue;
    beyond += length - 1;
    if (length > 2) valid += length;
    at += length - 1;
  }
  return valid * 2 >= beyond;
}

const between = (byte: number | undefined, from: number, to: number) =>
  byte !== undefined && byte >= from && byte <= to;
/** Shares of pairs that are common characters, which tell the two apart. */
const commonInBig5 = 0.9;
const commonInGb = 0.7;

/** Whether pairs of bytes are common characters in Big5, and in GB 18030 often rare ones. */
function isBig5(file: Uint8Array): boolean {
  let [pairs, big5, gb] = [0, 0, 0];
  for (let at = 0; at + 1 < file.length; at++) {
    const [lead, trail] = [file[at]!, file[at + 1]!];
    if (lead < 0x81) continue;
    at++;
    // Marks and full-width letters are the same rows of both.
    if (between(lead, 0xa1, 0xa3)) continue;
    pairs++;
    if (between(lead, 0xa4, 0xc6) && (between(trail, 0x40, 0x7e) || between(trail, 0xa1, 0xfe))) big5++;
    if (between(lead, 0xb0, 0xd7) && between(trail, 0xa1, 0xfe)) gb++;
  }
  return pairs > 0 && big5 >= commonInBig5 * pairs && gb < commonInGb * pairs;
}
