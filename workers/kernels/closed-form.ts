import type { Plane, RgbaImage } from '../image/image';
import {
  bandOf,
  boundary,
  epsilon,
  neighbours,
  reach,
  tolerance,
  type ColourTerm
} from '../matte/closed-form';
import type { KernelMemory } from './memory';

/** `closedForm` of matte/closed-form.ts: the same system, the same rounds. */
export function closedFormBy(
  memory: KernelMemory,
  image: RgbaImage,
  known: Uint8Array,
  start: Plane,
  iterations: number,
  colour: ColourTerm
): Plane {
  const { width, height } = image;
  const count = width * height;
  const band = bandOf(known);
  const rows = band.length;
  const alpha = boundary(known, start);
  if (rows === 0) return { width, height, data: alpha };
  const pad = reach * width + reach;
  const four = (length: number) => 4 * length;
  const sizes = {
    image: four(count),
    // Windows are looked at four entries wide.
    rowOf: four(count + 4),
    values: four(rows * neighbours + 4),
    band: four(rows),
    x: four(count),
    vector: four(count + 2 * pad),
    product: four(rows),
    residual: four(rows),
    inverse: four(rows)
  };
  memory.reset(Object.values(sizes).reduce((sum, bytes) => sum + bytes + 16, 0));
  const at = Object.fromEntries(
    Object.entries(sizes).map(([name, bytes]) => [name, memory.take(bytes)])
  ) as typeof sizes;
  memory.bytes(at.image, sizes.image).set(image.data);
  const rowOf = memory.words(at.rowOf, count + 4).fill(-1);
  band.forEach((pixel, row) => (rowOf[pixel] = row));
  const values = memory.floats(at.values, rows * neighbours + 4).fill(0);
  memory.run.assemble(at.image, at.rowOf, at.values, width, height, epsilon);

  memory.words(at.band, rows).set(band);
  const x = memory.floats(at.x, count);
  x.set(alpha);
  const vector = memory.floats(at.vector, count + 2 * pad).fill(0);
  vector.set(alpha, pad);
  const product = memory.floats(at.product, rows);
  const residual = memory.floats(at.residual, rows);
  const inverse = memory.floats(at.inverse, rows);
  const middle = neighbours >> 1;
  band.forEach((pixel, row) => (values[row * neighbours + middle]! += colour.weight[pixel]!));
  const first = at.vector + four(pad);
  memory.run.multiply(at.values, at.band, rows, first, width, at.product);
  vector.fill(0);
  band.forEach((pixel, row) => {
    const diagonal = values[row * neighbours + middle]!;
    inverse[row] = diagonal > 0 ? 1 / diagonal : 0;
    residual[row] = colour.weight[pixel]! * colour.alpha[pixel]! - product[row]!;
    vector[pixel + pad] = residual[row]! * inverse[row]!;
  });
  let energy = memory.run.dot(at.residual, at.residual, at.inverse, rows);
  const enough = energy * tolerance;
  for (let round = 0; round < iterations && energy > enough; round++) {
    const curvature = memory.run.multiply(at.values, at.band, rows, first, width, at.product);
    if (!(curvature > 0)) break;
    const length = energy / curvature;
    const next = memory.run.step(at.band, rows, at.x, first, at.product, at.residual, at.inverse, length);
    memory.run.turn(at.band, rows, first, at.residual, at.inverse, next / energy);
    energy = next;
  }
  for (const pixel of band) alpha[pixel] = Math.max(0, Math.min(1, x[pixel]!));
  return { width, height, data: alpha };
}
