import type { Plane, RgbaImage } from '../image/image';
import type { Point } from '../image/point';
import { closedForm } from './closed-form';
import { tidy } from './tidy';
import { Known, trimap } from './trimap';

/** Half-width of the unknown band in finished pixels: hair and the coarse mask's error fit into it. */
const bandReach = 12;
const iterations = 60;
/** Parts of the picture's area up to which a hole is filled. */
const maxHole = 0.002;

/** A part of the finished picture that lies inside the source frame. */
export interface Inside {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * The fast matte: a coarse person mask, its edge opened into a band, alpha solved there at output resolution.
 *
 * @param mask coarse, of the picture's size
 * @param face a point inside the face
 * @param inside what of the picture the camera saw; beyond it there is only background
 */
export function fastMatte(image: RgbaImage, mask: Plane, face: Point, inside: Inside): Plane {
  const known = trimap(mask, bandReach);
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++)
      if (x < inside.left || x >= inside.right || y < inside.top || y >= inside.bottom)
        known[y * image.width + x] = Known.background;
  const alpha = closedForm(image, known, mask, iterations);
  tidy(alpha, face, maxHole * image.width * image.height);
  return alpha;
}
