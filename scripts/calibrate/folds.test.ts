import { expect, it } from 'vitest';
import { foldedScore } from './folds';
import type { Case } from './score';

const cases = (values: readonly number[], truth: boolean): Case[] =>
  values.map((value, at) => ({ name: `${truth} ${at}`, value, flagged: false, truth }));
const good = cases([0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.24], false);
const bad = cases([0.8, 0.82, 0.84, 0.86, 0.88, 0.9, 0.92, 0.94], true);

it('finds the bound between what is apart, from either side', () => {
  expect(foldedScore([...good, ...bad], { max: 0 })).toMatchObject({ precision: 1, recall: 1 });
  const turned = (all: Case[]) => all.map((one) => ({ ...one, value: -one.value! }));
  const { bounds, f1 } = foldedScore(turned([...good, ...bad]), { min: 0 })!;
  expect(f1).toBe(1);
  expect(bounds[0]).toBeLessThan(-0.24);
  expect(bounds[1]).toBeGreaterThan(-0.86);
});

it('judges a picture by the others alone', () => {
  // The one that lies among the good ones is missed by whatever bound the others choose.
  const stray = cases([0.15], true);
  expect(foldedScore([...good, ...bad, ...stray], { max: 0 })).toMatchObject({
    truePositives: 8,
    falseNegatives: 1
  });
});

it('says nothing of rare labels and of bounds on both sides', () => {
  expect(foldedScore([...good, ...bad.slice(0, 3)], { max: 0 })).toBeNull();
  expect(foldedScore([...good, ...bad], { min: 0, max: 1 })).toBeNull();
});
