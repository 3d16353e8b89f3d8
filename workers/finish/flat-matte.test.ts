import { expect, it } from 'vitest';
import { createImage, type RgbaImage } from '../image/image';
import { flatMatte } from './flat-matte';

const blue = [100, 197, 255] as const;

/** Rows of hair whose share rises by a hundredth a row, before blue, with a few levels of noise. */
function fading(hair: readonly [number, number, number]): RgbaImage {
  const image = createImage(60, 300);
  for (let i = 0; i < 60 * 300; i++) {
    const share = Math.min(1, Math.floor(i / 60) / 100);
    for (let c = 0; c < 3; c++)
      image.data[i * 4 + c] = share * hair[c]! + (1 - share) * blue[c]! + ((i * 7) % 9) - 4;
  }
  return image;
}

it.each([
  ['black', [20, 18, 16]],
  ['brown', [110, 70, 40]],
  ['white', [235, 235, 235]]
] as const)('sees %s hair from about half cover on', (_, hair) => {
  const matte = flatMatte(fading(hair), blue);
  const first = [...matte.data].findIndex((value) => value === 1) / 60;
  expect(first).toBeGreaterThan(25);
  expect(first).toBeLessThan(60);
});

it('sees nothing on an empty background', () => {
  const image = createImage(20, 20);
  for (let i = 0; i < 400; i++) image.data.set(blue, i * 4);
  expect(new Set(flatMatte(image, blue).data)).toEqual(new Set([0]));
});
