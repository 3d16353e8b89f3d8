import { CoreError } from '../errors';
import { heif } from './heif';

export type PictureType = 'jpeg' | 'png' | 'webp' | 'heif' | 'avif' | 'bmp';

export interface Sniffed {
  type: PictureType;
  /** Stored size before orientation; null where only the decoder can tell. */
  size: { width: number; height: number } | null;
  /** Something may show through it. */
  transparent?: boolean;
}

/**
 * What a phone's decoder holds, and the longest side of a canvas in every browser; both keep a hostile header from
 * exhausting memory. The text of `image.tooLarge` names them.
 */
export const maxPixels = 67_000_000;
export const maxSide = 32_767;
/** A face could not be judged on less. */
const faceMinSide = 160;

/**
 * Tells what a picture file is by its content, never by its name, and refuses what cannot be used before any
 * decoder sees it. `minSide` is the shorter side the picture must have, in pixels.
 *
 * @throws CoreError `file.empty`, `file.type`, `file.animated`, `file.truncated`, `file.cmyk`, `image.tooLarge`,
 *   `image.tooSmall`
 */
export function sniff(file: Uint8Array, { minSide = faceMinSide }: { minSide?: number } = {}): Sniffed {
  if (!file.length) throw new CoreError('file.empty');
  const found = readers.find(({ signature }) => signature(file));
  if (!found) throw new CoreError('file.type');
  const sniffed = found.read(file, new DataView(file.buffer, file.byteOffset, file.byteLength));
  if (sniffed.size) {
    const { width, height } = sniffed.size;
    if (width * height > maxPixels || Math.max(width, height) > maxSide)
      throw new CoreError('image.tooLarge');
    if (Math.min(width, height) < minSide) throw new CoreError('image.tooSmall');
  }
  return sniffed;
}

interface Reader {
  signature: (file: Uint8Array) => boolean;
  read: (file: Uint8Array, view: DataView) => Sniffed;
}

const text = (file: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...file.subarray(at, at + length));

const readers: readonly Reader[] = [
  { signature: (file) => file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff, read: jpeg },
  { signature: (file) => text(file, 0, 8) === '\x89PNG\r\n\x1a\n', read: png },
  { signature: (file) => text(file, 0, 4) === 'RIFF' && text(file, 8, 4) === 'WEBP', read: webp },
  { signature: (file) => text(file, 4, 4) === 'ftyp', read: heif },
  { signature: (file) => text(file, 0, 4) === 'GIF8', read: gif },
  { signature: (file) => text(file, 0, 2) === 'BM', read: () => ({ type: 'bmp', size: null }) }
];

/** Walks the segments up to the frame header, then asks for an end marker (ITU-T T.81, annex B). */
function jpeg(file: Uint8Array, view: DataView): Sniffed {
  let size: Sniffed['size'] = null;
  for (let at = 2; ;) {
    while (file[at] === 0xff && file[at + 1] === 0xff) at++;
    if (at + 4 > file.length) throw new CoreError('file.truncated');
    if (file[at] !== 0xff) throw new CoreError('file.corrupt');
    const marker = file[at + 1]!;
    if (marker === 0xd9) throw new CoreError('file.truncated');
    if (marker === 0xda) {
      if (!size) throw new CoreError('file.corrupt');
      if (!endsAfter(file, at)) throw new CoreError('file.truncated');
      return { type: 'jpeg', size };
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      if (at + 10 > file.length) throw new CoreError('file.truncated');
      size = { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
      if (file[at + 9] === 4) throw new CoreError('file.cmyk');
    }
    at += 2 + view.getUint16(at + 2);
  }
}

/** Whether an end-of-image marker follows; cameras append more after it. */
function endsAfter(file: Uint8Array, scan: number): boolean {
  for (let at = file.length - 2; at > scan; at--) if (file[at] === 0xff && file[at + 1] === 0xd9) return true;
  return false;
}

function png(file: Uint8Array, view: DataView): Sniffed {
  if (file.length < 33) throw new CoreError('file.truncated');
  const size = { width: view.getUint32(16), height: view.getUint32(20) };
  // Grey or colours with alpha; else a colour that stands for nothing, or alpha by palette.
  let transparent = file[25] === 4 || file[25] === 6;
  for (let at = 8; at + 12 <= file.length; at += 12 + view.getUint32(at)) {
    const chunk = text(file, at + 4, 4);
    if (chunk === 'acTL') throw new CoreError('file.animated');
    if (chunk === 'tRNS') transparent = true;
    if (chunk === 'IEND') return { type: 'png', size, ...(transparent && { transparent }) };
  }
  throw new CoreError('file.truncated');
}

function webp(file: Uint8Array, view: DataView): Sniffed {
  if (file.length < 30 || view.getUint32(4, true) + 8 > file.length) throw new CoreError('file.truncated');
  const kind = text(file, 12, 4);
  const u24 = (at: number) => view.getUint16(at, true) + (file[at + 2]! << 16);
  if (kind === 'VP8X') {
    if (file[20]! & 2) throw new CoreError('file.animated');
    const transparent = (file[20]! & 16) !== 0;
    return {
      type: 'webp',
      size: { width: u24(24) + 1, height: u24(27) + 1 },
      ...(transparent && { transparent })
    };
  }
  if (kind === 'VP8L') {
    const bits = view.getUint32(21, true);
    const transparent = (bits & 0x1000_0000) !== 0;
    return {
      type: 'webp',
      size: { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 },
      ...(transparent && { transparent })
    };
  }
  if (kind === 'VP8 ')
    return {
      type: 'webp',
      size: { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    };
  throw new CoreError('file.corrupt');
}

/** A GIF of one frame is no photo either. */
function gif(file: Uint8Array): Sniffed {
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let frames = 0;
  let at = 13 + tableBytes(file[10] ?? 0);
  const skipBlocks = () => {
    while (at < file.length && file[at]) at += file[at]! + 1;
    at++;
  };
  while (at < file.length && file[at] !== 0x3b) {
    if (file[at] === 0x21) {
      at += 2;
      skipBlocks();
    } else if (file[at] === 0x2c) {
      if (++frames > 1) throw new CoreError('file.animated');
      at += 10 + tableBytes(file[at + 9] ?? 0) + 1;
      skipBlocks();
    } else break;
  }
  throw new CoreError('file.type');
}
