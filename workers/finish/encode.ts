import { CoreError } from '../errors';
import { setDensity } from '../image/density';
import { createImage, type RgbaImage } from '../image/image';
import type { ResolvedStandard } from '../standard/resolve';

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
/** A file's size is foretold from every fourth row of blocks, at a quarter of an encode. */
const sampleStep = 4;
const blockRows = 8;
const firstQuality = 82;
/** Larger files than these show nothing more. */
const maxQuality = 98;
/** Where files of that quality are still below the window. */
const utmostQuality = 100;
/** Below this, chroma subsampling costs less than the loss of quality it saves. */
const leastAt444 = 72;
/** Files of 4:2:0 over those of 4:4:4. */
const subsampledShare = 0.8;
/** The part of the window's top that is aimed at, and the one, two steps of quality below it, that is good enough. */
const aim = 0.985;
const nearlyFull = 0.9;
/** From this quality on another step is not seen: one less than expected to fit is tried, and taken if it does. */
const fine = 90;

/**
 * A JPEG of the highest quality that fits the standard's byte window, found in at most four encodes and one of a
 * sample, with its density and nothing else in the header. 4:4:4 unless the window would force quality below 72 or the
 * least allowed.
 *
 * @throws CoreError `encode.window` when no quality the standard allows fits
 */
export async function encodeWithin(
  image: RgbaImage,
  standard: ResolvedStandard,
  encode: Encoder
): Promise<Encoded> {
  const { min = 0, max = Infinity } = standard.bytes;
  let chroma: EncodeSettings['chroma'] = '4:4:4';
  let most = maxQuality;
  let quality = await likelyQuality(image, standard, encode);
  /** Largest file that fits and smallest that does not, of the present chroma. */
  let fits: Encoded | null = null;
  let over: Encoded | null = null;
  let best: Encoded | null = null;
  for (let round = 0; round < maxEncodes; round++) {
    const made = { jpeg: await encode(image, { quality, chroma }), quality };
    if (made.jpeg.length <= max) fits = made;
    else over = made;
    if (made === fits && made.jpeg.length >= min && (!best || quality > best.quality)) best = made;
    if (quality >= maxQuality && made.jpeg.length < min) most = utmostQuality;
    let next = nextQuality(fits, over, max, most);
    if (made === over && chroma === '4:4:4' && next < Math.max(leastAt444, standard.minQuality)) {
      chroma = '4:2:0';
      next = Math.floor(predict(subsampledShare * made.jpeg.length, quality, max, most));
      fits = over = null;
    }
    quality = Math.max(standard.minQuality, Math.min(most, next));
    const tried = quality === fits?.quality || quality === over?.quality;
    // At the top of the window another encode would gain nothing to be seen.
    if (tried || (best && (best.jpeg.length > nearlyFull * max || best.quality >= fine))) break;
  }
  if (!best) throw new CoreError('encode.window');
  setDensity(best.jpeg, standard.density);
  return best;
}

/** The quality at 4:4:4 that a sample of the picture lets expect. */
async function likelyQuality(
  image: RgbaImage,
  { bytes: { max = Infinity }, minQuality }: ResolvedStandard,
  encode: Encoder
): Promise<number> {
  const first = Math.max(firstQuality, minQuality);
  const sample = sampleOf(image);
  if (max === Infinity || !sample) return first;
  const { length } = await encode(sample, { quality: first, chroma: '4:4:4' });
  const likely = predict((length * image.height) / sample.height, first, max, maxQuality);
  return Math.max(leastAt444, minQuality, Math.floor(likely));
}

/** Every fourth row of blocks, one beneath the other; null of pictures too low for it. */
function sampleOf({ width, height, data }: RgbaImage): RgbaImage | null {
  const bands = Math.floor(height / (sampleStep * blockRows));
  if (!bands) return null;
  const sample = createImage(width, bands * blockRows);
  const band = 4 * width * blockRows;
  for (let at = 0; at < bands; at++)
    sample.data.set(data.subarray(sampleStep * at * band, (sampleStep * at + 1) * band), at * band);
  return sample;
}

/** Where to look next: between what fits and what does not, else along the usual growth. */
function nextQuality(fits: Encoded | null, over: Encoded | null, max: number, most: number): number {
  if (!fits || !over) {
    const { jpeg, quality } = (fits ?? over)!;
    return Math.floor(predict(jpeg.length, quality, max, most));
  }
  const low = Math.log(fits.jpeg.length);
  const high = Math.log(over.jpeg.length);
  const share = (Math.log(aim * max) - low) / (high - low);
  const between = fits.quality + share * (over.quality - fits.quality);
  return Math.max(fits.quality, Math.min(over.quality - 1, Math.floor(between)));
}

/** The quality, up to `most`, at which about `aim` of `max` bytes come out, by the usual growth of mozjpeg's files. */
function predict(bytes: number, quality: number, max: number, most: number): number {
  let missing = Math.log((aim * max) / bytes);
  let wanted = quality;
  const step = Math.sign(missing);
  while (missing * step > 0 && (step > 0 ? wanted < most : wanted > 1)) {
    missing -= step * growthAt(wanted);
    wanted += step;
  }
  if (step < 0 || missing > 0) return wanted;
  return wanted - 1 > fine ? wanted - 2 : wanted - 1;
}

/**
 * By how much the logarithm of mozjpeg's files grows from each quality to the next, from 40 on: medians of portraits,
 * which differ by 0.02 at most. It goes by jumps, as the quantisation table is rounded.
 */
const growth = [
  0.031, 0.009, 0.009, 0.032, 0.006, 0.034, 0.006, 0.005, 0.035, 0.005, 0.006, 0.038, 0.004, 0.008, 0.038,
  0.007, 0.013, 0.037, 0.01, 0.011, 0.041, 0.012, 0.011, 0.019, 0.034, 0.015, 0.016, 0.036, 0.017, 0.018,
  0.048, 0.018, 0.011, 0.061, 0.006, 0.02, 0.066, 0.016, 0.024, 0.062, 0.023, 0.036, 0.058, 0.035, 0.037,
  0.072, 0.044, 0.042, 0.036, 0.095, 0.044, 0.063, 0.113, 0.095, 0.056, 0.213, 0.104, 0.165, 0.174, 0.152
];
const growthAt = (quality: number) => growth[Math.max(0, Math.floor(quality) - 40)] ?? 0;
