import { expect, it } from 'vitest';
import { resolveStandard } from '../standard/resolve';
import { measuredSitter } from '../studio/measured';
import { judge } from '../verdict/judge';
import { eyesVisible } from './face/hair-over';
import { backgroundColour } from './background/background-colour';
import { shouldersLevel } from './frame/shoulders-level';
import { exposureOver, exposureUnder } from './light/exposure';
import { dynamicRange } from './light/dynamic-range';
import { lightBalance } from './light/light-balance';
import { luminanceMean } from './light/luminance-mean';
import { luminanceVariance } from './light/luminance-variance';
import type { Measure, MeasureInput } from './measure';
import { oncePerScene, Scene } from './scene';
import { glassesPresent } from './worn/glasses';
import { glassesGlare } from './worn/glasses-glare';
import { glassesTint } from './worn/glasses-tint';
import { jewelleryWorn } from './worn/jewellery';

const standard = resolveStandard();

const file = { type: 'jpeg', bytes: 200_000, width: 480, height: 640 } as const;
const drawn = {
  ...measuredSitter({ width: 600, height: 800, skin: 'dark', glasses: 'clear', jewellery: true }),
  file
};

/** The drawn sitter, and how often its pixels, its matte or its labels were reached for. */
function watched(input: MeasureInput = drawn): { input: MeasureInput; reads: () => number } {
  let reads = 0;
  const watch = <T extends object, K extends keyof T>(whole: T, part: K): T =>
    Object.defineProperty({ ...whole }, part, {
      get: () => {
        reads++;
        return whole[part];
      }
    });
  const matte = input.matte && watch(input.matte, 'data');
  const labels = watch(input.labels!, 'planes');
  return { input: { ...input, image: watch(input.image, 'data'), matte, labels }, reads: () => reads };
}

it('works a fact out once a scene, null and undefined too, and again for another scene', () => {
  for (const fact of [7, null, undefined]) {
    let asked = 0;
    const of = oncePerScene(() => (asked++, fact));
    const scene = new Scene(drawn);
    expect([of(scene), of(scene), asked]).toEqual([fact, fact, 1]);
    of(new Scene(drawn));
    expect(asked).toBe(2);
  }
});

it('gives each of two facts its own answer', () => {
  const scene = new Scene(drawn);
  const [width, height] = [
    oncePerScene(({ image }) => image.width),
    oncePerScene(({ image }) => image.height)
  ];
  expect([width(scene), height(scene), width(scene)]).toEqual([600, 800, 600]);
});

it('looks at no pixel before one is asked for', () => {
  const { input, reads } = watched();
  const { sitter } = new Scene(input);
  expect(sitter!.interEye).toBeGreaterThan(0);
  expect(sitter!.eyeToChin).toBeGreaterThan(sitter!.interEye);
  expect([sitter!.cheeks.left.left > sitter!.cheeks.right.left, sitter!.region.length > 3]).toEqual([
    true,
    true
  ]);
  expect(reads()).toBe(0);
  expect(sitter!.skin).toHaveLength(3);
  expect(reads()).toBeGreaterThan(0);
  const once = reads();
  expect(sitter!.skin).toBe(sitter!.skin);
  expect(reads()).toBe(once);
});

/** Measures that share what they look at: after the first, the second reads nothing more. */
it.each([
  ['tones of the face', luminanceMean, [exposureOver, exposureUnder, dynamicRange, luminanceVariance]],
  ['whether glasses are worn', glassesTint, [glassesPresent]]
] as [string, Measure, Measure[]][])('shares %s', (_, first, others) => {
  const { input, reads } = watched();
  const scene = new Scene(input);
  expect(first.value(scene)).not.toBeNull();
  const once = reads();
  expect(once).toBeGreaterThan(0);
  for (const other of others) expect(other.value(scene), other.id).not.toBeNull();
  expect(reads()).toBe(once);
});

it.each([jewelleryWorn, shouldersLevel, lightBalance])('draws $id from what it has measured', (measure) => {
  const { input, reads } = watched();
  const scene = new Scene(input);
  expect(measure.value(scene)).not.toBeNull();
  const once = reads();
  expect(measure.regions!(scene)).not.toEqual([]);
  expect(reads()).toBe(once);
});

it('has the same answers whatever was asked before', () => {
  const measures = [glassesGlare, glassesTint, jewelleryWorn, backgroundColour, eyesVisible, dynamicRange];
  const [forth, back] = [new Scene(drawn), new Scene(drawn)];
  const values = measures.map((measure) => measure.value(forth));
  expect(values).not.toContain(null);
  expect(measures.toReversed().map((measure) => measure.value(back))).toEqual(values.toReversed());
});

it('is made anew by each judgement', () => {
  const dark = {
    ...drawn.image,
    data: drawn.image.data.map((level, at) => (at % 4 === 3 ? level : level / 8))
  };
  const question = { kind: 'still', stage: 'source', standard } as const;
  const of = (input: MeasureInput) =>
    judge(input, question).findings.find(({ id }) => id === 'luminance.mean')!;
  const input = { ...drawn };
  const before = of(input).value!;
  input.image = dark;
  expect(of(input).value).toBeLessThan(before / 8);
});

it('asks no pixel of a frame whose slow rules are answered already', () => {
  const { input, reads } = watched({ ...drawn, matte: null });
  const question = { kind: 'live', stage: 'live', standard } as const;
  const { findings } = judge(input, question);
  expect(reads()).toBeGreaterThan(0);
  const asked = reads();
  expect(judge(input, { ...question, slow: findings }).findings).toHaveLength(findings.length);
  expect(reads()).toBe(asked);
});
