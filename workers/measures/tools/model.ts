/**
 * A logistic model over a few features that each mean something by themselves. Its numbers come from
 * `npm run calibrate -- --train FOLDER...` and hold nothing of any one picture.
 */
export interface Model {
  /** One row per feature, in the order of the measure's feature list. */
  mean: readonly number[];
  deviation: readonly number[];
  weight: readonly number[];
  bias: number;
}

/** Probability 0…1 that the features are those of a picture with the thing looked for. */
export function likelihood({ mean, deviation, weight, bias }: Model, features: readonly number[]): number {
  const sum = features.reduce((z, value, i) => z + (weight[i]! * (value - mean[i]!)) / deviation[i]!, bias);
  return 1 / (1 + Math.exp(-sum));
}
