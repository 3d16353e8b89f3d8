import { describe, expect, it } from 'vitest';
import { createImage, createPlane, type Plane, type RgbaImage } from '../image/image';
import { solveMatte } from './solve';
import { tidy } from './tidy';
import { Known, trimap } from './trimap';
import { wallAt, wallModel } from './wall';

type Colour = readonly [number, number, number];
const size = { width: 96, height: 128 };
const everywhere = { left: 0, top: 0, right: size.width, bottom: size.height };
const centre = { x: 48, y: 60, chinY: 0 };

/** A disc of known coverage, soft over two pixels, before a wall; radius 34. */
function disc(sitter: Colour, wall: (x: number, y: number) => Colour): { image: RgbaImage; alpha: Plane } {
  const image = createImage(size.width, size.height);
  const alpha = createPlane(size.width, size.height);
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      const at = y * size.width + x;
      const a = Math.max(0, Math.min(1, (35 - Math.hypot(x - centre.x, y - centre.y)) / 2));
      alpha.data[at] = a;
      wall(x, y).forEach((level, c) => (image.data[at * 4 + c] = a * sitter[c]! + (1 - a) * level));
    }
  return { image, alpha };
}

/** The coarse mask of a disc: blurred over `soft` pixels and `bias` too large. */
function coarse(bias: number, soft = 8): Plane {
  const mask = createPlane(size.width, size.height);
  for (let at = 0; at < mask.data.length; at++) {
    const distance = Math.hypot((at % size.width) - centre.x, Math.floor(at / size.width) - centre.y);
    mask.data[at] = Math.max(0, Math.min(1, 0.5 + (34 + bias - distance) / soft));
  }
  return mask;
}

const worst = (a: Plane, b: Plane) =>
  a.data.reduce((most, value, at) => Math.max(most, Math.abs(value - b.data[at]!)), 0);
const mean = (a: Plane, b: Plane) =>
  a.data.reduce((sum, value, at) => sum + Math.abs(value - b.data[at]!), 0) / a.data.length;

describe('wallModel', () => {
  it('continues a gradient wall behind the sitter', () => {
    const { image } = disc([30, 30, 30], (x) => [120 + x, 130 + x, 140 + x]);
    const wall = wallModel(image, trimap(coarse(0), 8))!;
    const at = new Float32Array(4);
    wallAt(wall, 20, 10, at);
    expect(Math.abs(at[0]! - 140)).toBeLessThan(3);
    wallAt(wall, 48, 60, at);
    expect(Math.abs(at[1]! - 178)).toBeLessThan(20);
  });

  it('is null where no wall is known', () => {
    expect(wallModel(createImage(16, 16), new Uint8Array(256).fill(Known.foreground))).toBeNull();
  });
});

describe('solveMatte', () => {
  it('finds a known edge from a mask that is three pixels off', () => {
    const { image, alpha } = disc([40, 32, 28], () => [214, 222, 228]);
    const found = solveMatte(image, { coarse: coarse(3) }, centre, everywhere);
    expect(mean(found, alpha)).toBeLessThan(0.004);
    expect(worst(found, alpha)).toBeLessThan(0.25);
  });

  it('is exactly 0 on the wall and exactly 1 inside', () => {
    const { image } = disc([40, 32, 28], () => [214, 222, 228]);
    const found = solveMatte(image, { coarse: coarse(0) }, centre, everywhere);
    expect(found.data[5 * size.width + 5]).toBe(0);
    expect(found.data[centre.y * size.width + centre.x]).toBe(1);
  });

  it('leaves gaps between strands open where the mask sees none', () => {
    const { image, alpha } = disc([30, 26, 24], () => [214, 222, 228]);
    for (let y = 52; y < 70; y++) {
      const at = y * size.width + centre.x + 29;
      alpha.data[at] = 0;
      [214, 222, 228].forEach((level, c) => (image.data[at * 4 + c] = level));
    }
    const found = solveMatte(image, { coarse: coarse(0) }, centre, everywhere);
    for (let y = 54; y < 68; y++) expect(found.data[y * size.width + centre.x + 29]).toBeLessThan(0.1);
  });

  it('keeps cloth that is almost of the wall’s colour', () => {
    const { image, alpha } = disc([222, 224, 226], () => [236, 236, 236]);
    const found = solveMatte(image, { coarse: coarse(0) }, centre, everywhere);
    expect(mean(found, alpha)).toBeLessThan(0.02);
  });

  it('holds only background beyond the source frame', () => {
    const { image } = disc([40, 32, 28], () => [214, 222, 228]);
    const found = solveMatte(image, { coarse: coarse(0) }, centre, { ...everywhere, left: 30 });
    for (let y = 0; y < size.height; y++) expect(found.data[y * size.width + 29]).toBe(0);
  });

  it('finds what one outline misses where the two disagree', () => {
    const { image, alpha } = disc([30, 26, 24], () => [214, 222, 228]);
    const fine = coarse(0, 2);
    // The finer outline ends at the sitter's middle.
    for (let at = 60 * size.width; at < fine.data.length; at++) fine.data[at] = 0;
    const found = solveMatte(image, { coarse: coarse(2), fine }, centre, everywhere);
    expect(mean(fine, alpha)).toBeGreaterThan(0.04);
    expect(mean(found, alpha)).toBeLessThan(0.004);
  });

  it('drops a second piece and keeps the one with the face', () => {
    const { image } = disc([40, 32, 28], () => [214, 222, 228]);
    const mask = coarse(0);
    for (let y = 2; y < 14; y++)
      for (let x = 2; x < 14; x++) {
        mask.data[y * size.width + x] = 1;
        for (let c = 0; c < 3; c++) image.data[(y * size.width + x) * 4 + c] = 50;
      }
    const found = solveMatte(image, { coarse: mask }, centre, everywhere);
    expect(found.data[8 * size.width + 8]).toBe(0);
  });
});

describe('tidy', () => {
  it('fills a hole inside the body, but not one that shows wall', () => {
    for (const wall of [0, 1]) {
      const alpha = createPlane(20, 20);
      alpha.data.fill(1);
      alpha.data[10 * 20 + 4] = 0;
      tidy(alpha, { x: 10, y: 10 }, 20, { isWall: new Uint8Array(400).fill(wall) });
      expect(alpha.data[10 * 20 + 4]).toBe(1 - wall);
    }
  });
});
