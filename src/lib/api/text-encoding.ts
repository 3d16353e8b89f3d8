/**
 * The text of a list or sheet: by its mark; else by where its zero bytes lie; else UTF-8 or GB 18030 by what its bytes
 * look like. A byte that does not belong to its encoding is left as U+FFFD.
 */
export function textOf(file: Uint8Array): string {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(file);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(file);
  const start = file.subarray(0, 4096);
  const zeros = (from: number) => start.filter((byte, at) => at % 2 === from && byte === 0).length;
  if (zeros(1) > start.length / 8) return new TextDecoder('utf-16le').decode(file);
  if (zeros(0) > start.length / 8) return new TextDecoder('utf-16be').decode(file);
  return new TextDecoder(isUtf8(file) ? 'utf-8' : 'gb18030').decode(file);
}

/**
 * Whether most bytes beyond ASCII stand in valid sequences of three or more: so almost all of Chinese UTF-8, also where
 * bytes were lost, and few of GB 18030's pairs.
 */
function isUtf8(file: Uint8Array): boolean {
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
