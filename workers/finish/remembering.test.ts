import { expect, it } from 'vitest';
import { labelNames, type LabelPlanes } from '../face/labels';
import { createImage, type RgbaImage } from '../image/image';
import { remembering } from './remembering';

/** A labeller that counts how often it was asked. */
function counting() {
  let asked = 0;
  const label = () => {
    asked++;
    return Object.fromEntries(labelNames.map((name) => [name, Uint8Array.of(asked)])) as LabelPlanes;
  };
  const { labelSitter, forget } = remembering(label);
  return { label: labelSitter, forget, asked: () => asked };
}

const square = (level: (x: number, y: number) => number): RgbaImage => {
  const image = createImage(256, 256);
  for (let at = 0; at < 65536; at++)
    image.data.fill(level(at % 256, Math.floor(at / 256)), at * 4, at * 4 + 3);
  return image;
};
const edge = (x: number) => (x < 128 ? 40 : 200);

it('is asked once of what shows the same but for noise and a small movement', () => {
  const { label, asked } = counting();
  const first = label(square(edge));
  expect(label(square((x, y) => edge(x + 1) + ((x * 7 + y * 13) % 9) - 4))).toBe(first);
  expect(asked()).toBe(1);
});

it('is asked again where an ear comes out', () => {
  const { label, asked } = counting();
  label(square(edge));
  label(square((x, y) => (x > 60 && x < 72 && y > 100 && y < 124 ? 160 : edge(x))));
  expect(asked()).toBe(2);
});

it('is asked again of a picture that is another, however alike', () => {
  const { label, forget, asked } = counting();
  const first = label(square(edge));
  forget();
  expect(label(square(edge))).not.toBe(first);
  expect(asked()).toBe(2);
});
