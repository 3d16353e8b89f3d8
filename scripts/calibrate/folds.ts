import type { Bound } from '../../workers/verdict/rule';
import { score, type Case, type Score } from './score';

/** What a measure's bound is worth on pictures that it was not chosen by. */
export interface Folded extends Score {
  /** The least and the greatest bound that a fold chose. */
  bounds: [number, number];
  folds: number;
}

/** Each label must occur so often for a bound to be chosen by the others. */
const fewest = 6;

type Known = Case & { value: number };

/**
 * Chooses the bound with the best F1 on all folds but one and judges that one by it, each in turn. Null where the rule
 * has not exactly one bound or a label is too rare.
 */
export function foldedScore(cases: readonly Case[], { min, max }: Bound, folds = 10): Folded | null {
  if ((min === undefined) === (max === undefined)) return null;
  const known = cases.filter((one): one is Known => one.value !== null);
  const positives = known.filter(({ truth }) => truth).length;
  if (Math.min(positives, known.length - positives) < fewest) return null;
  const sign = max === undefined ? -1 : 1;
  const seen = { true: 0, false: 0 };
  const fold = known.map(({ truth }) => seen[truth ? 'true' : 'false']++ % folds);
  const chosen: number[] = [];
  const judged = Array.from({ length: folds }, (_, part) => {
    const bound = bestBound(
      known.filter((_one, at) => fold[at] !== part),
      sign
    );
    chosen.push(sign * bound);
    return known
      .filter((_one, at) => fold[at] === part)
      .map((one) => ({ ...one, flagged: sign * one.value > bound }));
  }).flat();
  return { ...score(judged), bounds: [Math.min(...chosen), Math.max(...chosen)], folds };
}

/** Half-way between two neighbouring values, where objecting above it has the best F1; of several the middle one. */
function bestBound(cases: readonly Known[], sign: 1 | -1): number {
  const values = [...new Set(cases.map(({ value }) => sign * value))].sort((a, b) => a - b);
  const tries = values.slice(1).map((value, at) => {
    const bound = (value + values[at]!) / 2;
    return { bound, f1: score(cases.map((one) => ({ ...one, flagged: sign * one.value > bound }))).f1 };
  });
  const best = Math.max(...tries.map(({ f1 }) => f1));
  const equal = tries.filter(({ f1 }) => f1 === best);
  return equal[Math.floor(equal.length / 2)]!.bound;
}
