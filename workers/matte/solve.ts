import type { Plane, RgbaImage } from '../image/image';
import { plainKernels, type Kernels } from '../image/kernels';
import type { Point } from '../image/point';
import type { MatteEngine } from '../protocol';
import { colourTerm, trust } from './colour-term';
import { tidy } from './tidy';
import { Known, trimap } from './trimap';
import { wallModel } from './wall';

/** Half-width of the unknown band in finished pixels: the engine's error and hair fit into it. */
const bandReach: Record<MatteEngine, number> = { fast: 12, fine: 7 };
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
 * The matte from an engine's outline: its edge opened into a band, alpha solved there at output resolution.
 *
 * @param mask the engine's outline, of the picture's size
 * @param face a point inside the face
 * @param inside what of the picture the camera saw; beyond it there is only background
 */
export function solveMatte(
  image: RgbaImage,
  mask: Plane,
  engine: MatteEngine,
  face: Point,
  inside: Inside,
  kernels: Kernels = plainKernels
): Plane {
  const known = trimap(mask, bandReach[engine]);
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++)
      if (x < inside.left || x >= inside.right || y < inside.top || y >= inside.bottom)
        known[y * image.width + x] = Known.background;
  const wall = wallModel(image, known);
  const colour = colourTerm(image, known, mask, wall);
  const alpha = kernels.closedForm(image, known, mask, iterations, colour);
  const isWall = Uint8Array.from(colour.weight, (weight, at) =>
    weight > 0.4 * trust && colour.alpha[at]! < 0.5 ? 1 : 0
  );
  tidy(alpha, face, maxHole * image.width * image.height, isWall);
  return alpha;
}

/**
 * How unsure a matte is: its partly covered pixels per pixel of outline. A sharp edge has about 1, loose hair up to 6;
 * a wall mistaken for sitter has more.
 */
export function edgeWidth({ width, data }: Plane): number {
  let partial = 0;
  let outline = 0;
  for (let at = 0; at < data.length; at++) {
    const a = data[at]!;
    partial += 4 * a * (1 - a);
    if (a >= 0.5 && [at - 1, at + 1, at - width, at + width].some((to) => data[to]! < 0.5)) outline++;
  }
  return outline ? partial / outline : 0;
}
