import { CoreError } from '../errors';
import { codedShare } from './jpeg-scan';
import type { Picture } from './picture';
import type { PictureType } from './sniff';

/** Less than this missing is a line at the bottom that some cameras leave out. */
const enough = 0.99;

/**
 * Looks whether a file's picture is all there, also where the file is formally whole: decoders fill what is missing with
 * grey, without a word.
 *
 * @throws CoreError `file.truncated`, `file.corrupt`
 */
export async function checkWhole(file: Uint8Array<ArrayBuffer>, type: PictureType): Promise<void> {
  if (type === 'jpeg') {
    const coded = codedShare(file);
    if (coded?.damaged) throw new CoreError('file.corrupt');
    if (coded && coded.share < enough) throw new CoreError('file.truncated');
  }
  if (type === 'png' && (await inflatedShare(file)) < enough) throw new CoreError('file.truncated');
}

/**
 * Whether a PNG as it was decoded lets doubt that all of its rows were there: the last one is of one colour, as where the
 * decoder had no data for it, or the rows came interlaced. `checkWhole` then says it for certain.
 */
export const mayLackRows = (png: Uint8Array, decoded: Picture): boolean =>
  png[interlaceByte] !== 0 || endsEven(decoded);

function endsEven(picture: Picture): boolean {
  const { data } = picture.read({ x: 0, y: picture.height - 1, width: picture.width, height: 1 });
  return data.every((level, at) => level === data[at % 4]);
}

/** Share of a PNG's rows that its compressed data give (ISO/IEC 15948); 1 where the browser cannot inflate. */
async function inflatedShare(file: Uint8Array<ArrayBuffer>): Promise<number> {
  if (typeof DecompressionStream !== 'function') return 1;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 8; at + 12 <= file.length; at += 12 + view.getUint32(at))
    if (view.getUint32(at + 4) === 0x49444154) parts.push(file.subarray(at + 8, at + 8 + view.getUint32(at)));
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream('deflate'));
  const reader = stream.getReader();
  let bytes = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) bytes += part.value.length;
  } catch {
    // cut or damaged: what came before counts
  }
  return bytes / pngBytes(view);
}

/** Place of the interlace method in a PNG. */
const interlaceByte = 28;
/** First column, first row and steps of the passes of an interlaced PNG (Adam7). */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2]
] as const;
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Bytes of a PNG's rows, each behind its filter's. */
function pngBytes(view: DataView): number {
  const width = view.getUint32(16);
  const height = view.getUint32(20);
  const bits = view.getUint8(24) * (channels[view.getUint8(25)] ?? 1);
  const rows = (w: number, h: number) => (w > 0 && h > 0 ? h * (1 + Math.ceil((w * bits) / 8)) : 0);
  if (!view.getUint8(interlaceByte)) return rows(width, height);
  return passes.reduce(
    (sum, [x, y, dx, dy]) => sum + rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy)),
    0
  );
}
