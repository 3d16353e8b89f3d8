import { describe, expect, it } from 'vitest';
import { skinTones, type SitterOptions } from '../studio/options';
import { measuredSitter, relabelled } from '../studio/measured';
import { resolveStandard } from '../standard/resolve';
import { boundOf } from '../verdict/judge';
import { rules } from '../verdict/rules';
import { earsVisible } from './face/ears';
import { faceCovered } from './face/face-covered';
import { browsVisible, eyesVisible } from './face/hair-over';
import type { Measure, MeasureInput } from './measure';
import { glassesPresent } from './worn/glasses';
import { headCovered } from './worn/head-covering';
import { jewelleryWorn } from './worn/jewellery';
import { Scene } from './scene';

const sitter = (options: SitterOptions = {}) =>
  measuredSitter({ width: 480, height: 640, supersample: 1, ...options });
const plain = sitter();
const measures = [
  glassesPresent,
  earsVisible,
  browsVisible,
  eyesVisible,
  headCovered,
  faceCovered,
  jewelleryWorn
];

/** Whether the table's rule lets the picture pass; null where it cannot tell. */
function passes(measure: Measure, input: MeasureInput): boolean | null {
  const rule = rules.find((one) => one.measure === measure)!;
  const { min = -Infinity, max = Infinity } = boundOf(rule, resolveStandard())!;
  const value = measure.value(new Scene(input));
  return value === null ? null : value >= min && value <= max;
}

describe('what is worn, and what hair hides', () => {
  it.each(measures.map((measure) => [measure.id, measure] as const))(
    '%s cannot tell without a face or without labels',
    (_, measure) => {
      expect(passes(measure, { ...plain, faces: [], geometry: null })).toBeNull();
      const { labels, ...unlabelled } = plain;
      expect(labels).toBeDefined();
      expect(passes(measure, unlabelled)).toBeNull();
    }
  );

  it.each(skinTones)('has nothing against clean sitters with %s skin', (skin) => {
    for (const hair of [{}, { style: 'long' as const }, { style: 'bald' as const }]) {
      const clean = sitter({ skin, hair });
      for (const measure of measures)
        expect(passes(measure, clean), `${measure.id} ${hair.style}`).toBe(true);
    }
  });

  it.each([
    ['clear glasses', glassesPresent, { glasses: 'clear' }],
    ['hair over the ears', earsVisible, { hair: { style: 'long', overEars: true } }],
    ['a fringe', browsVisible, { hair: { overBrows: true } }],
    ['earrings and a chain', jewelleryWorn, { jewellery: true }]
  ] as const)('objects to %s', (_, measure, options) => {
    expect(passes(measure, sitter(options))).toBe(false);
  });

  it('sees ears and glasses of a head that is turned and tilted', () => {
    const turned = { yaw: 8, roll: 6 };
    expect(passes(earsVisible, sitter(turned))).toBe(true);
    expect(passes(glassesPresent, sitter(turned))).toBe(true);
    expect(passes(glassesPresent, sitter({ ...turned, glasses: 'clear' }))).toBe(false);
  });

  it.each(['clothes', 'others'] as const)(
    'takes what is labelled %s above the brows for a cover',
    (label) => {
      const hat = relabelled(plain, label, (x, y) => Math.abs(x) < 1.2 && y < -0.8 && y > -2);
      expect(passes(headCovered, hat)).toBe(false);
      // A hair band is none.
      const band = relabelled(plain, label, (x, y) => Math.abs(x) < 1.2 && y < -1.3 && y > -1.5);
      expect(passes(headCovered, band)).toBe(true);
    }
  );

  it('does not take a bow tie for a chain', () => {
    const tie = relabelled(plain, 'others', (x, y) => Math.abs(x) < 0.15 && y > 2.3 && y < 2.5);
    const cloth = relabelled(tie, 'clothes', (x, y) => y > 2 && !(Math.abs(x) < 0.15 && y > 2.3 && y < 2.5));
    expect(passes(jewelleryWorn, cloth)).toBe(true);
  });
});
