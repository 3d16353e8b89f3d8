import { describe, expect, it } from 'vitest';
import { flatten } from '../finish/flatten';
import { createImage, createPlane, type Plane, type RgbaImage } from '../image/image';
import { closedForm } from './closed-form';
import { estimateForeground } from './foreground';
import { tidy } from './tidy';
import { Known, trimap } from './trimap';

const side = 64;
const wall = [210, 214, 220] as const;
const sitter = [60, 40, 30] as const;

/** A disc with a soft rim of known alpha before a wall. */
function disc(softness: number): { image: RgbaImage; alpha: Plane } {
  const image = createImage(side, side);
  const alpha = createPlane(side, side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const distance = 20 - Math.hypot(x - 32, y - 32);
      const a = Math.max(0, Math.min(1, 0.5 + distance / softness));
      const at = y * side + x;
      alpha.data[at] = a;
      for (let c = 0; c < 3; c++) image.data[at * 4 + c] = a * sitter[c]! + (1 - a) * wall[c]!;
    }
  return { image, alpha };
}

const coarse = ({ data, ...size }: Plane): Plane => ({ ...size, data: data.map((a) => (a >= 0.5 ? 1 : 0)) });
const error = (a: Plane, b: Plane) => Math.max(...a.data.map((value, at) => Math.abs(value - b.data[at]!)));

describe('trimap', () => {
  it('opens the edge by its reach and leaves the rest known', () => {
    const { alpha } = disc(1);
    const known = trimap(alpha, 4);
    expect(known[32 * side + 32]).toBe(Known.foreground);
    expect(known[0]).toBe(Known.background);
    expect(known[32 * side + 12]).toBe(Known.unknown);
    expect(known[32 * side + 12 + 6]).toBe(Known.foreground);
    expect(known[32 * side + 12 - 6]).toBe(Known.background);
  });
});

describe('closedForm', () => {
  it('recovers a soft edge from a hard mask', () => {
    const { image, alpha } = disc(8);
    const known = trimap(coarse(alpha), 8);
    const solved = closedForm(image, known, coarse(alpha), 200);
    expect(error(coarse(alpha), alpha)).toBeGreaterThan(0.4);
    expect(error(solved, alpha)).toBeLessThan(0.06);
  });

  it('leaves known pixels exactly alone', () => {
    const { image, alpha } = disc(8);
    const known = trimap(coarse(alpha), 8);
    const solved = closedForm(image, known, coarse(alpha), 20);
    solved.data.forEach((a, at) => {
      if (known[at] !== Known.unknown) expect(a).toBe(known[at] === Known.foreground ? 1 : 0);
    });
  });
});

describe('estimateForeground and flatten', () => {
  it('put the sitter before another colour without a rim of the old one', () => {
    const { image, alpha } = disc(8);
    const result = flatten(image, alpha, estimateForeground(image, alpha), [100, 197, 255]);
    const blue = [100, 197, 255];
    alpha.data.forEach((a, at) => {
      for (let c = 0; c < 3; c++) {
        const truth = a * sitter[c]! + (1 - a) * blue[c]!;
        expect(Math.abs(result.data[at * 4 + c]! - truth)).toBeLessThanOrEqual(6);
      }
    });
  });

  it('copy the inside and paint the outside exactly', () => {
    const { image, alpha } = disc(4);
    const result = flatten(image, alpha, estimateForeground(image, alpha), [100, 197, 255]);
    alpha.data.forEach((a, at) => {
      const expected = a === 1 ? [...image.data.subarray(at * 4, at * 4 + 3)] : [100, 197, 255];
      if (a === 1 || a === 0) expect([...result.data.subarray(at * 4, at * 4 + 3)]).toEqual(expected);
    });
  });
});

describe('tidy', () => {
  const centre = { x: 32, y: 32 };

  it('drops pieces that are not the sitter and fills small holes, not large ones', () => {
    const { alpha } = disc(1);
    for (let y = 0; y < 6; y++) for (let x = 0; x < 6; x++) alpha.data[y * side + x] = 1;
    alpha.data[30 * side + 40] = 0;
    for (let y = 36; y < 44; y++) for (let x = 26; x < 34; x++) alpha.data[y * side + x] = 0;
    tidy(alpha, centre, 20);
    expect(alpha.data[2 * side + 2]).toBe(0);
    expect(alpha.data[30 * side + 40]).toBe(1);
    expect(alpha.data[40 * side + 30]).toBe(0);
    expect(alpha.data[32 * side + 32]).toBe(1);
  });

  it('sets what is nearly clear or nearly solid to exactly that', () => {
    const alpha = createPlane(side, side);
    alpha.data.fill(0.98);
    for (let x = 0; x < side; x++) alpha.data[x] = 0.02;
    tidy(alpha, centre, 0);
    expect(new Set(alpha.data)).toEqual(new Set([0, 1]));
  });
});
