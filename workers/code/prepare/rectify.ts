import type { Point } from '../../image/point';
import { createGrey, type GreyImage } from '../grey';
import { equalise, margin } from '../locate/equalise';
import type { Darkness, GridFit } from '../locate/fit';
import { project } from '../locate/homography';
import { locateCode, searchFinders } from '../locate/locate';
import { settleMesh } from '../locate/mesh';

/** A code drawn anew from its modules, and the way back to the picture it was found in. */
export interface Redrawn {
  picture: GreyImage;
  toSource(point: Point): Point;
}

/** Pixels a module and white border of the redrawn code. */
const module = 4;
const border = 4;
/**
 * Codes found by their finder patterns and redrawn flat from their modules: answers tilt, bends and blur. Yields
 * the most plausible first; the caller stops when one reads.
 */
export function* rectify(grey: GreyImage): Generator<Redrawn> {
  for (const search of searchFinders(grey)) {
    const code = locateCode(grey, search);
    if (!code) continue;
    const { fit, darkness } = code;
    yield redraw(fit, darkness, (x, y) => project(fit.map, x, y));
    yield redraw(fit, darkness, settleMesh(darkness, fit));
    return;
  }
}

function redraw({ size }: GridFit, darkness: Darkness, place: (x: number, y: number) => Point): Redrawn {
  const values = equalise(sample(size, darkness, place), size);
  const side = (size + 2 * border) * module;
  const image = createGrey(side, side);
  image.data.fill(255);
  values.forEach((value, i) => {
    if (value <= 0) return;
    const left = ((i % size) + border) * module;
    const top = (Math.floor(i / size) + border) * module;
    for (let y = top; y < top + module; y++) image.data.fill(0, y * side + left, y * side + left + module);
  });
  return { picture: image, toSource: ({ x, y }) => place(x / module - border, y / module - border) };
}

/** Mean darkness in the middle of every module and of those around the code. */
function sample(size: number, darkness: Darkness, place: (x: number, y: number) => Point): Float32Array {
  const stride = size + 2 * margin;
  const samples = new Float32Array(stride * stride);
  for (let y = 0; y < stride; y++)
    for (let x = 0; x < stride; x++) {
      let sum = 0;
      for (const [dx, dy] of inModule) {
        const at = place(x - margin + 0.5 + dx, y - margin + 0.5 + dy);
        sum += darkness(at.x, at.y);
      }
      samples[y * stride + x] = sum / inModule.length;
    }
  return samples;
}

const inModule = [
  [0, 0],
  [-0.2, 0],
  [0.2, 0],
  [0, -0.2],
  [0, 0.2]
] as const;
