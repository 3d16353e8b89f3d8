import type { Model } from '../../workers/measures/tools/model';
import { likelihood } from '../../workers/measures/tools/model';

/** Features of one picture and what its label says. */
export interface Sample {
  name: string;
  features: number[];
  truth: boolean;
}

/** Strength of the ridge that keeps weights small where samples are few. */
const ridge = 0.5;
const rounds = 30;

/** Logistic regression on standardised features with a ridge, by Newton's steps. */
export function fit(samples: readonly Sample[]): Model {
  const count = samples[0]!.features.length;
  const each = Array.from({ length: count }, (_, j) => samples.map(({ features }) => features[j]!));
  const mean = each.map((values) => values.reduce((a, b) => a + b, 0) / values.length);
  const deviation = each.map(
    (values, j) => Math.sqrt(values.reduce((a, b) => a + (b - mean[j]!) ** 2, 0) / values.length) || 1
  );
  const rows = samples.map(({ features }) => [1, ...features.map((v, j) => (v - mean[j]!) / deviation[j]!)]);
  const size = count + 1;
  let weight = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round++) {
    const matrix = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? (i ? ridge : 1e-6) : 0))
    );
    const slope = weight.map((value, i) => (i ? -ridge * value : 0));
    for (const [k, row] of rows.entries()) {
      const guess = 1 / (1 + Math.exp(-row.reduce((z, value, i) => z + value * weight[i]!, 0)));
      const error = (samples[k]!.truth ? 1 : 0) - guess;
      for (let i = 0; i < size; i++) {
        slope[i]! += error * row[i]!;
        for (let j = 0; j < size; j++) matrix[i]![j]! += guess * (1 - guess) * row[i]! * row[j]!;
      }
    }
    const change = solve(matrix, slope);
    weight = weight.map((value, i) => value + change[i]!);
  }
  return { mean, deviation, weight: weight.slice(1), bias: weight[0]! };
}

/** Gauss–Jordan elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < rows.length; i++) {
    let pivot = i;
    for (let k = i; k < rows.length; k++) if (Math.abs(rows[k]![i]!) > Math.abs(rows[pivot]![i]!)) pivot = k;
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue;
      const factor = rows[k]![i]! / rows[i]![i]!;
      for (let j = i; j <= rows.length; j++) rows[k]![j]! -= factor * rows[i]![j]!;
    }
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!);
}

/**
 * What each sample would have got from models that never saw it: `folds` parts, each with its share of both labels,
 * each judged by a model of the others.
 */
export function crossValidate(samples: readonly Sample[], folds = 10): number[] {
  const seen = { true: 0, false: 0 };
  const fold = samples.map(({ truth }) => seen[truth ? 'true' : 'false']++ % folds);
  const answers = new Array<number>(samples.length);
  for (let part = 0; part < folds; part++) {
    const model = fit(samples.filter((_, i) => fold[i] !== part));
    samples.forEach(({ features }, i) => {
      if (fold[i] === part) answers[i] = likelihood(model, features);
    });
  }
  return answers;
}
