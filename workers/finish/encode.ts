import { CoreError } from '../errors';
import { setDensity } from '../image/density';
import type { RgbaImage } from '../image/image';
import type { PhotoStandard } from '../standard/standard';

export interface EncodeSettings {
  quality: number;
  /** 4:4:4 keeps colour edges (hair against blue) sharp; 4:2:0 saves a quarter. */
  chroma: '4:4:4' | '4:2:0';
}

/** A baseline JPEG encoder. */
export type Encoder = (image: RgbaImage, settings: EncodeSettings) => Promise<Uint8Array<ArrayBuffer>>;

export interface Encoded {
  jpeg: Uint8Array<ArrayBuffer>;
  quality: number;
}

const maxEncodes = 4;
const firstQuality = 82;
const maxQuality = 98;
/** Below this, chroma subsampling costs less than the loss of quality it saves. */
const leastAt444 = 72;

/**
 * A JPEG of the highest quality that fits the standard's byte window, found in at most four encodes, with its
 * density and nothing else in the header. 4:4:4 unless the window would force quality below 72.
 *
 * @throws CoreError `encode.window` when no quality the standard allows fits
 */
export async function encodeWithin(
  image: RgbaImage,
  standard: PhotoStandard,
  encode: Encoder
): Promise<Encoded> {
  const { min, max } = standard.bytes;
  let chroma: EncodeSettings['chroma'] = '4:4:4';
  let quality = firstQuality;
  let best: Encoded | null = null;
  let [low, high] = [standard.minQuality, maxQuality];
  for (let round = 0; round < maxEncodes && low <= high; round++) {
    const jpeg = await encode(image, { quality, chroma });
    if (jpeg.length <= max) {
      if (jpeg.length >= min && (!best || quality > best.quality)) best = { jpeg, quality };
      low = quality + 1;
    } else high = quality - 1;
    const wanted = predict(quality, jpeg.length, max);
    if (jpeg.length > max && chroma === '4:4:4' && wanted < leastAt444) {
      chroma = '4:2:0';
      low = standard.minQuality;
      high = maxQuality;
      quality = Math.max(low, Math.min(high, predict(quality, 0.8 * jpeg.length, max)));
      continue;
    }
    // Close enough to the top of the window: another encode would gain nothing to be seen.
    if (best && best.jpeg.length > 0.97 * max) break;
    quality = Math.max(low, Math.min(high, wanted));
    // The last try must fit rather than be best.
    if (round === maxEncodes - 2 && !best) quality = Math.max(low, quality - 3);
  }
  if (!best) throw new CoreError('encode.window');
  setDensity(best.jpeg, standard.density);
  return best;
}

/** The quality at which about `wanted` bytes come out: size grows by some 4 % a step, faster near the top. */
function predict(quality: number, bytes: number, wanted: number): number {
  const growth = quality > 88 ? 0.07 : 0.042;
  return Math.floor(quality + Math.log((0.985 * wanted) / bytes) / growth);
}
