import { describe, expect, it } from 'vitest';
import { createImage } from './image';
import { resample } from './resample';

function ramp(width: number, height: number) {
  const image = createImage(width, height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) image.data.set([x, 2 * y, 128], (y * width + x) * 4);
  return image;
}

describe('resample', () => {
  it('leaves a picture alone at its own size', () => {
    const image = ramp(100, 80);
    expect(resample(image, { x: 0, y: 0, width: 100, height: 80 }, 100, 80).data).toEqual(image.data);
  });

  it('keeps straight ramps straight when it shrinks and shifts', () => {
    const small = resample(ramp(200, 100), { x: 20.5, y: 10.25, width: 120, height: 60 }, 60, 30);
    for (let y = 4; y < 26; y++)
      for (let x = 4; x < 56; x++) {
        const at = (y * 60 + x) * 4;
        // Pixel centre x + 0.5 maps to 20.5 + 2 (x + 0.5), whose level is that less a half.
        expect(Math.abs(small.data[at]! - (20.5 + 2 * (x + 0.5) - 0.5))).toBeLessThanOrEqual(1);
        expect(Math.abs(small.data[at + 1]! - 2 * (10.25 + 2 * (y + 0.5) - 0.5))).toBeLessThanOrEqual(1);
        expect(small.data[at + 2]).toBe(128);
      }
  });

  it('does not alias: fine stripes shrink to their mean', () => {
    const stripes = createImage(240, 240);
    for (let i = 0; i < 240 * 240; i++) stripes.data.fill(i % 2 ? 200 : 0, i * 4, i * 4 + 3);
    const small = resample(stripes, { x: 0, y: 0, width: 240, height: 240 }, 60, 60);
    // Away from the border, which continues its own stripe.
    for (let y = 0; y < 60; y++)
      for (let x = 4; x < 56; x++)
        expect(Math.abs(small.data[(y * 60 + x) * 4]! - 100)).toBeLessThanOrEqual(6);
  });

  it('continues the border beyond the edges', () => {
    const out = resample(ramp(100, 100), { x: -50, y: 0, width: 100, height: 100 }, 100, 100);
    expect(out.data[(50 * 100 + 10) * 4]).toBe(0);
    expect(out.data[(50 * 100 + 90) * 4]).toBeCloseTo(40, -1);
  });
});
