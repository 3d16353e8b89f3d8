import { flooder } from '../image/flood';
import type { Plane, RgbaImage } from '../image/image';
import type { ColourTerm } from './closed-form';
import { plainKernels, type Kernels } from '../kernels';
import { colourTerm, trust } from './colour-term';
import { tidy } from './tidy';
import { agreedTrimap, settledTrimap, trimap } from './trimap';
import { wallModel } from './wall';

/** Half-width of the unknown band on a photo of 640 rows: the engine's error and hair fit into it. */
const reachAt640 = { coarse: 12, fine: 10 };
/** No narrower on smaller photos. */
const reachOf = (at640: number, height: number) => Math.max(at640, Math.round((at640 * height) / 640));
const iterations = 60;
/** Weight of the fine outline where colours tell nothing, as `trust` is that of certain colours. */
const outlineTrust = 0.02;
/** Share of agreement with the colours from which on an outline is right. */
const clearly = 0.6;
/** Parts of the picture's area up to which a hole is filled. */
const maxHole = 0.002;

/** Half-width in pixels of the band that a coarse mask's edge is opened into, on a photo of a height. */
const coarseReach = (height: number) => reachOf(reachAt640.coarse, height);

const trimaps = new WeakMap<Plane, Readonly<Uint8Array>>();

/** The trimap of a coarse mask, which is not changed any more: made once, for the doubt and for the matte. */
export function coarseTrimap(mask: Plane): Readonly<Uint8Array> {
  const made = trimaps.get(mask) ?? trimap(mask, coarseReach(mask.height));
  trimaps.set(mask, made);
  return made;
}

/** What the engines take for the sitter, of the picture's size. */
export interface Outlines {
  coarse: Plane;
  /** Where the fine engine was asked. */
  fine?: Plane;
  /** 1 on the sitter's hair, where it is known. */
  hair?: Uint8Array;
}

/** A part of the finished picture that lies inside the source frame. */
export interface Inside {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/**
 * The matte from the engines' outlines: the edge opened into a band, alpha solved there at output resolution.
 *
 * @param face a point inside the face, and the row of its chin
 * @param inside what of the picture the camera saw; beyond it there is only background
 */
export function solveMatte(
  image: RgbaImage,
  { coarse, fine, hair }: Outlines,
  face: { x: number; y: number; chinY: number },
  inside: Inside,
  kernels: Kernels = plainKernels
): Plane {
  const solved = (known: Readonly<Uint8Array>, mask: Plane) => {
    const colour = colourTerm(image, known, mask, wallModel(image, known), face.chinY);
    if (fine) leanOn(mask, colour);
    return { alpha: kernels.closedForm(image, known, mask, iterations, colour), colour };
  };
  const second = { mask: coarse, reach: coarseReach(image.height) };
  const whole = () => {
    if (!fine) return solved(coarseTrimap(coarse), coarse);
    const finer = { mask: fine, reach: reachOf(reachAt640.fine, image.height) };
    const { known, mask, disputed } = agreedTrimap(finer, second);
    const first = solved(known, mask);
    if (!disputed.includes(1)) return first;
    return solved(settledTrimap(finer, second, rightPlaces(disputed, coarse, fine, first.alpha)), mask);
  };
  const { alpha, colour } = whole();
  clearBeyond(alpha, inside);
  const isWall = new Uint8Array(alpha.data.length);
  for (let at = 0; at < isWall.length; at++)
    isWall[at] = colour.weight[at]! > 0.4 * trust && colour.alpha[at]! < 0.5 ? 1 : 0;
  tidy(alpha, face, maxHole * image.width * image.height, { isWall, hair });
  return alpha;
}

/** Where colours tell little, as before a busy wall, the fine outline counts, and counts more the less they tell. */
function leanOn({ data }: Plane, { alpha, weight }: ColourTerm): void {
  for (let at = 0; at < data.length; at++) {
    const own = weight[at]!;
    const more = outlineTrust * Math.max(0, 1 - own / (0.3 * trust));
    if (more === 0) continue;
    alpha[at] = (own * alpha[at]! + more * data[at]!) / (own + more);
    weight[at] = own + more;
  }
}

/**
 * Of the disputed places, each as a whole, those where the second outline is right: the solved alpha says so clearly,
 * or is undecided and the second outline is surer there than the finer one.
 */
function rightPlaces(disputed: Uint8Array, second: Plane, finer: Plane, alpha: Plane): Uint8Array {
  const flood = flooder(finer.width, finer.height);
  const seen = new Uint8Array(disputed.length);
  const right = new Uint8Array(disputed.length);
  for (let at = 0; at < disputed.length; at++) {
    if (!disputed[at] || seen[at]) continue;
    const place = flood(disputed, at, seen);
    const mean = ({ data }: Plane) => place.reduce((sum, pixel) => sum + data[pixel]!, 0) / place.length;
    const says = second.data[at]! >= 0.5 ? 1 : 0;
    const agreement = 1 - Math.abs(mean(alpha) - says);
    const surer = Math.abs(mean(second) - says) < Math.abs(mean(finer) - (1 - says));
    if (agreement > clearly || (agreement > 1 - clearly && surer))
      for (const pixel of place) right[pixel] = 1;
  }
  return right;
}

/** Sets alpha to 0 outside the camera's frame, where the pixels are replicated padding. */
function clearBeyond({ width, height, data }: Plane, inside: Inside): void {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (x < inside.left || x >= inside.right || y < inside.top || y >= inside.bottom)
        data[y * width + x] = 0;
}
