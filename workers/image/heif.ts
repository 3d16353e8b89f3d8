import { CoreError } from '../errors';

/** Brands of still pictures and of picture sequences in an ISO base media file (ISO/IEC 23008-12, AV1 Image File Format). */
const stills = ['heic', 'heix', 'heim', 'heis', 'mif1', 'mif2', 'avif', 'miaf'];
const sequences = ['hevc', 'hevx', 'hevm', 'hevs', 'msf1', 'avis'];

export interface Heif {
  type: 'heif' | 'avif';
  size: { width: number; height: number } | null;
}

/**
 * HEIC and AVIF by their boxes: whether the browser can decode it shows when it tries. A sequence's brand does not make
 * a moving picture: phones write it before stills too.
 *
 * @throws CoreError `file.type` for films and other files of boxes, `file.animated`, `file.truncated`
 */
export function heif(file: Uint8Array, view: DataView): Heif {
  const boxes = boxesOf(file, view, 0, file.length);
  const brands = brandsOf(file, boxes.get('ftyp'));
  if (!brands.some((brand) => stills.includes(brand) || sequences.includes(brand)))
    throw new CoreError('file.type');
  const meta = boxes.get('meta');
  if (boxes.has('moov') && (!meta || brands[0] === 'avis')) throw new CoreError('file.animated');
  // Where the boxes make no sense the decoder says so; the file is told as what it is.
  for (const kind of ['meta', 'mdat'])
    if ((boxes.get(kind)?.end ?? 0) > file.length) throw new CoreError('file.truncated');
  const type = brands.some((brand) => /^avi[fs]$/.test(brand)) ? 'avif' : 'heif';
  return { type, size: meta ? sizeIn(file, view, meta) : null };
}

interface Box {
  /** Of its content. */
  start: number;
  end: number;
}

/** The first box of each kind. */
function boxesOf(file: Uint8Array, view: DataView, from: number, to: number): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (let at = from; at + 8 <= to;) {
    const kind = text(file, at + 4);
    let size = view.getUint32(at);
    let header = 8;
    if (size === 1 && at + 16 <= to) {
      size = view.getUint32(at + 8) * 2 ** 32 + view.getUint32(at + 12);
      header = 16;
    }
    // 0: up to the end.
    const end = size === 0 ? to : at + size;
    if (size !== 0 && size < header) break;
    if (!boxes.has(kind)) boxes.set(kind, { start: at + header, end });
    at = end;
  }
  return boxes;
}

/** The major brand, then the compatible ones. */
function brandsOf(file: Uint8Array, ftyp: Box | undefined): string[] {
  if (!ftyp) return [];
  const brands = [text(file, ftyp.start)];
  for (let at = ftyp.start + 8; at + 4 <= Math.min(ftyp.end, file.length); at += 4)
    brands.push(text(file, at));
  return brands;
}

/** The largest size that the properties name: a grid's, where it is made of tiles. */
function sizeIn(file: Uint8Array, view: DataView, { start, end }: Box): Heif['size'] {
  let size: Heif['size'] = null;
  for (let at = start; at + 16 <= Math.min(end, file.length); at++) {
    if (text(file, at) !== 'ispe') continue;
    const width = view.getUint32(at + 8);
    const height = view.getUint32(at + 12);
    if (width && height && width * height > (size ? size.width * size.height : 0)) size = { width, height };
  }
  return size;
}

const text = (file: Uint8Array, at: number) => String.fromCharCode(...file.subarray(at, at + 4));
