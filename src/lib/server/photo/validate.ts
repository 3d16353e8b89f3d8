import type { Background } from '$workers/protocol';
import type { PhotoStandard } from '$workers/standard/standard';
import { Refusal } from '../http/problem';
import { isFlat } from './background';
import { decode } from './decoder';
import { readHeader } from './jpeg-header';

/** Columns of each side that are background down to the eyes' upper limit; shoulders come lower. */
const side = 4;

/**
 * Checks that a file is what it claims to be: a finished photo of the standard on one of the backgrounds. The cheap
 * checks come first, so that the decoder only ever sees a small baseline JPEG.
 *
 * @throws Refusal with a `photo.…` code
 */
export async function validatePhoto(
  file: Uint8Array,
  standard: PhotoStandard,
  backgrounds: readonly Background[] = standard.backgrounds
): Promise<void> {
  const { width, height, components, density } = readHeader(file);
  if (width !== standard.width || height !== standard.height) throw new Refusal('photo.size');
  if (components !== 3) throw new Refusal('photo.colour');
  if (density !== standard.density) throw new Refusal('photo.density');
  if (file.length < standard.bytes.min || file.length > standard.bytes.max) throw new Refusal('photo.bytes');
  const { channels, edges } = await decode({
    file,
    pixels: width * height,
    // Half of the least room above the hair.
    top: Math.floor(standard.crown.min / 2),
    side,
    height: Math.floor(standard.eyeLine.min * 0.75)
  });
  if (channels === 0) throw new Refusal('photo.corrupt');
  if (channels !== 3) throw new Refusal('photo.colour');
  if (!isFlat(edges, backgrounds)) throw new Refusal('photo.background');
}
