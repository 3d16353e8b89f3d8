import sharp from 'sharp';
import type { PhotoStandard } from '$workers/standard/standard';
import { Refusal } from '../http/problem';
import { readHeader } from './jpeg-header';

/** A stuck decoder must not hold a request for ever. */
const decodeSeconds = 10;

/**
 * Checks that a file is what it claims to be: a finished photo of the standard. The cheap checks come first, so
 * that the decoder only ever sees a small baseline JPEG.
 *
 * @throws Refusal with a `photo.…` code
 */
export async function validatePhoto(file: Uint8Array, standard: PhotoStandard): Promise<void> {
  const { width, height, components, density } = readHeader(file);
  if (width !== standard.width || height !== standard.height) throw new Refusal('photo.size');
  if (components !== 3) throw new Refusal('photo.colour');
  if (density !== standard.density) throw new Refusal('photo.density');
  if (file.length < standard.bytes.min || file.length > standard.bytes.max) throw new Refusal('photo.bytes');
  try {
    const { data } = await sharp(file, {
      failOn: 'warning',
      limitInputPixels: standard.width * standard.height
    })
      .timeout({ seconds: decodeSeconds })
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (data.length !== width * height * 3) throw new Refusal('photo.colour');
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('photo.corrupt');
  }
}
