import { expect, it } from 'vitest';
import { createImage } from '../image/image';
import { measuredSitter, relabelled } from '../studio/measured';
import { Scene, type MeasureInput } from './scene';
import { clothingPattern } from './worn/clothing-pattern';
import { shouldersBare } from './worn/shoulders-bare';

const size = { width: 480, height: 640 };
const sitter = measuredSitter(size);
const bare = (input: MeasureInput) => shouldersBare.value(new Scene(input));
const pattern = (input: MeasureInput) => clothingPattern.value(new Scene(input));

it('tells bare shoulders from clothed ones', () => {
  expect(bare(sitter)).toBeLessThan(0.1);
  expect(bare(relabelled(sitter, 'body', (_, y) => y > 2.2))).toBeGreaterThan(0.9);
  // Two straps a third of an inter-eye distance wide.
  const straps = relabelled(
    relabelled(sitter, 'body', (_, y) => y > 2.2),
    'clothes',
    (x, y) => y > 2.2 && Math.abs(Math.abs(x) - 1.7) < 0.17
  );
  expect(bare(straps)).toBeGreaterThan(0.45);
});

it('cannot tell under long hair, without labels, or of a turned head', () => {
  expect(bare(relabelled(sitter, 'hair', (_, y) => y > 2.2))).toBeNull();
  expect(bare({ ...sitter, labels: undefined })).toBeNull();
  expect(bare(measuredSitter({ yaw: 28 }))).toBeNull();
});

/** All of the picture in stripes `levels` apart: where cloth is labelled, it is striped. */
const width = 6;
function striped(levels: number): MeasureInput {
  const image = createImage(size.width, size.height);
  for (let at = 0; at < size.width * size.height; at++) {
    const add = Math.floor(((at % size.width) + Math.floor(at / size.width)) / width) % 2 ? levels : 0;
    image.data.fill(80 + add, at * 4, at * 4 + 3);
  }
  return { ...sitter, image };
}

it('tells bold stripes from plain cloth, a jacket over a shirt and fine weave', () => {
  expect(pattern(sitter)).toBeLessThan(8);
  expect(pattern(striped(12))).toBeLessThan(16);
  expect(pattern(striped(90))).toBeGreaterThan(20);
});

it('cannot tell where no cloth is seen', () => {
  expect(pattern(relabelled(sitter, 'hair', (_, y) => y > 1.6))).toBeNull();
  expect(pattern({ ...sitter, labels: undefined })).toBeNull();
});
