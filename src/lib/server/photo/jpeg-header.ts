import { Refusal } from '../http/problem';

export interface JpegHeader {
  width: number;
  height: number;
  components: number;
  /** dpi of the JFIF segment; null where it names none. */
  density: number | null;
}

const soi = 0xd8;
const app0 = 0xe0;
const baseline = 0xc0;
const scan = 0xda;
/** Quantisation and Huffman tables, restart interval. */
const tables = [0xdb, 0xc4, 0xdd];

/**
 * Reads a JPEG's segments (ITU-T T.81 annex B, T.871) and refuses whatever a finished photo never holds: other
 * codings than baseline, EXIF, ICC, comments, any application segment but JFIF's, bytes after the end.
 *
 * @throws Refusal `photo.type`, `photo.corrupt`, `photo.progressive`, `photo.metadata`
 */
export function readHeader(file: Uint8Array): JpegHeader {
  if (file[0] !== 0xff || file[1] !== soi || file[2] !== 0xff) throw new Refusal('photo.type');
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const header: JpegHeader = { width: 0, height: 0, components: 0, density: null };
  for (let at = 2; ;) {
    if (at + 4 > file.length || file[at] !== 0xff) throw new Refusal('photo.corrupt');
    const marker = file[at + 1]!;
    const length = view.getUint16(at + 2);
    if (length < 2 || at + 2 + length > file.length) throw new Refusal('photo.corrupt');
    if (marker === app0) header.density = readJfif(file, view, at, length);
    else if (marker === baseline) {
      if (length < 8 || header.components) throw new Refusal('photo.corrupt');
      header.height = view.getUint16(at + 5);
      header.width = view.getUint16(at + 7);
      header.components = file[at + 9]!;
    } else if (marker > baseline && marker <= 0xcf && marker !== 0xc4) throw new Refusal('photo.progressive');
    else if (marker === scan) {
      if (!header.components) throw new Refusal('photo.corrupt');
      checkScan(file, at + 2 + length);
      return header;
    } else if (!tables.includes(marker)) throw new Refusal('photo.metadata');
    at += 2 + length;
  }
}

function readJfif(file: Uint8Array, view: DataView, at: number, length: number): number | null {
  // A thumbnail makes the segment longer than its sixteen bytes.
  if (length !== 16 || String.fromCharCode(...file.subarray(at + 4, at + 9)) !== 'JFIF\0')
    throw new Refusal('photo.metadata');
  const [unit, x, y] = [file[at + 11], view.getUint16(at + 12), view.getUint16(at + 14)];
  return unit === 1 && x === y ? x : null;
}

/** One baseline scan, then the end, then nothing: what a polyglot hides behind it is refused. */
function checkScan(file: Uint8Array, start: number): void {
  for (let at = start; at + 1 < file.length; at++) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1]!;
    if (next === 0 || (next >= 0xd0 && next <= 0xd7)) continue;
    if (next !== 0xd9)
      throw new Refusal(next === scan || tables.includes(next) ? 'photo.progressive' : 'photo.corrupt');
    if (at + 2 !== file.length) throw new Refusal('photo.metadata');
    return;
  }
  throw new Refusal('photo.corrupt');
}
