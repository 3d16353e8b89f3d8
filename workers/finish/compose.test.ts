import { expect, it } from 'vitest';
import { createImage, createPlane } from '../image/image';
import { compose } from './compose';

it('copies the sitter, lays the flat colour, and mixes only between', () => {
  const image = createImage(3, 1);
  image.data.set([10, 20, 30, 255, 90, 90, 90, 255, 200, 200, 200, 255]);
  const alpha = createPlane(3, 1);
  alpha.data.set([1, 0.5, 0]);
  const front = Float32Array.from([0, 0, 0, 20, 40, 60, 0, 0, 0].map((level) => level / 255));
  const { data } = compose(image, alpha, front, [100, 197, 255]);
  expect(Array.from(data)).toEqual([10, 20, 30, 255, 60, 119, 158, 255, 100, 197, 255, 255]);
});
