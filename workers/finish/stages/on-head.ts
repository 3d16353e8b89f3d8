import type { RgbaImage } from '../../image/image';
import { wholeOf } from '../../image/picture';
import { turnedImage } from '../../image/turned';
import type { Engines } from '../engines';

/** Longer side of the copies that are looked at, in pixels. */
const copySides = [512, 320];

/**
 * Whether somebody who was found upright stands on the head. The face finder takes such a face for an upright one, but
 * hardly ever one that lies on its side for its reverse: turned by a quarter, the head says where it points. Of 88
 * pictures upright none is taken for turned, of 82 turned ones 78 are seen to be.
 *
 * @param lean of the largest face on an image, in degrees to the right; null without one
 */
export function isOnHead(
  image: RgbaImage,
  lean: (image: RgbaImage) => number | null,
  { resample }: Pick<Engines['kernels'], 'resample'>
): boolean {
  for (const side of copySides) {
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    const size = [image.width, image.height].map((length) => Math.max(1, Math.round(length * scale)));
    const copy = scale === 1 ? image : resample(image, wholeOf(image), size[0]!, size[1]!);
    const right = pointing(lean(turnedImage(copy, 6)));
    if (right > 0) return false;
    const balance = right - pointing(lean(turnedImage(copy, 8)));
    if (balance !== 0) return balance < 0;
  }
  return false;
}

/** 1 where a head points to the right, -1 to the left, 0 where it does neither or is not there. */
function pointing(lean: number | null): -1 | 0 | 1 {
  if (lean === null || Math.abs(Math.abs(lean) - 90) > 45) return 0;
  return lean > 0 ? 1 : -1;
}
