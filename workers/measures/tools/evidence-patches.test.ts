import { expect, it } from 'vitest';
import { createImage } from '../../image/image';
import { patches } from './evidence-patches';

const image = createImage(320, 240);
const whole = [
  { x: 0, y: 0 },
  { x: 320, y: 0 },
  { x: 320, y: 240 },
  { x: 0, y: 240 }
];

it('finds the patches where pixels fit, the largest first', () => {
  const found = patches(
    image,
    whole,
    (_, x, y) => (x >= 40 && x < 80 && y >= 100 && y < 160) || (x >= 200 && x < 220 && y >= 20 && y < 30)
  );
  expect(found).toEqual([
    [40, 100, 80, 100, 80, 160, 40, 160],
    [200, 20, 220, 20, 220, 30, 200, 30]
  ]);
});

it('finds none where few or no pixels fit, nor outside the polygon', () => {
  expect(patches(image, whole, (_, x, y) => (7 * x + 13 * y) % 5 === 0)).toEqual([]);
  const half = whole.map(({ x, y }) => ({ x: x / 2, y }));
  expect(patches(image, half, (_, x) => x >= 160)).toEqual([]);
});
