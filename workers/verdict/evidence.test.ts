import { expect, it } from 'vitest';
import { measuredSitter } from '../studio/measured';
import { solveCrop } from '../finish/crop';
import type { Finding } from '../protocol';
import { resolveStandard } from '../standard/resolve';
import { marksOf, ontoPhoto } from './evidence';
import { judge } from './judge';

const standard = resolveStandard();
const still = { kind: 'still', stage: 'source', standard } as const;

it('takes evidence on the picture to where the crop puts it', () => {
  const finding: Finding = {
    ...{ id: 'a', value: 1, quality: 1, verdict: 'warn', unit: '', message: null },
    regions: [[100, 200, 300, 200, 300, 400]]
  };
  const crop = { x: 100, y: 200, width: 240, height: 320, roll: 0 };
  const [moved] = ontoPhoto([finding], crop, { width: 480, height: 640 });
  expect(moved!.regions).toEqual([[0, 0, 400, 0, 400, 400]]);
});

it('draws the lines of the head where they were drawn', () => {
  const sitter = measuredSitter({ width: 480, height: 640 });
  const { findings } = judge(sitter, { ...still, stage: 'finished' });
  const line = (id: string) => marksOf(findings).find(({ rule, kind }) => rule === id && kind === 'line');
  const { crownY, eyeY, chinY, faceLeft, faceRight } = sitter.truth.geometry;
  expect(line('crown.position')!.points[1]).toBeCloseTo(crownY, 0);
  expect(line('eyeLine.position')!.points[1]).toBeCloseTo(eyeY, 0);
  expect(line('head.size')!.points[1]).toBeCloseTo(chinY, 0);
  expect(line('face.width')!.points[0]).toBeCloseTo(faceLeft, 0);
  expect(line('face.width')!.points[2]).toBeCloseTo(faceRight, 0);
});

it('marks the cheek in the shade, and an open mouth, and nothing on a good picture', () => {
  const marks = (options: Parameters<typeof measuredSitter>[0]) => {
    const sitter = measuredSitter(options);
    const { reason } = solveCrop(sitter.truth.geometry, sitter.image, standard);
    return { sitter, marks: marksOf(judge({ ...sitter, framing: { reason } }, still).findings) };
  };
  expect(marks({}).marks.filter(({ kind }) => kind === 'region')).toEqual([]);
  const lit = marks({ light: { direction: 'left', strength: 1 } });
  const shade = lit.marks.find(({ rule }) => rule === 'light.balance')!;
  const { centreX } = lit.sitter.truth.geometry;
  const middle = (points: readonly number[]) => (points[0]! + points[2]!) / 2;
  const value = judge(lit.sitter, still).findings.find(({ id }) => id === 'light.balance')!.value!;
  // The sitter's left is on the picture's right.
  expect(middle(shade.points) < centreX).toBe(value > 0);
  const mouth = marks({ mouthOpen: 1 }).marks.find(({ rule }) => rule === 'mouth.closed')!;
  const { geometry } = marks({ mouthOpen: 1 }).sitter.truth;
  expect(mouth.points[1]).toBeGreaterThan(geometry.eyeY);
  expect(middle(mouth.points)).toBeCloseTo(geometry.centreX, -1);
});
