import type { Plane, RgbaImage } from '../image/image';
import type { Point } from '../image/point';
import { closedForm } from './closed-form';
import { colourTerm, trust } from './colour-term';
import { tidy } from './tidy';
import { Known, trimap } from './trimap';
import { wallModel } from './wall';

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
  const wall = wallModel(image, known);
  const colour = colourTerm(image, known, mask, wall);
  const alpha = closedForm(image, known, mask, iterations, colour);
  const isWall = Uint8Array.from(colour.weight, (weight, at) =>
    weight > 0.4 * trust && colour.alpha[at]! < 0.5 ? 1 : 0
  );
  tidy(alpha, face, maxHole * image.width * image.height, isWall);
  return alpha;
}
