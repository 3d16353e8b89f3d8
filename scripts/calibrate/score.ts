/** One picture's value of a measure, whether it was objected to, and what its label says: true is objectionable. */
export interface Case {
  name: string;
  value: number | null;
  flagged: boolean;
  truth: boolean;
}

export interface Score {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  precision: number;
  recall: number;
  f1: number;
  missed: string[];
  wronglyFlagged: string[];
}

/** Precision, recall and F1 of the objections against the labels; without any positive, recall is 1. */
export function score(cases: readonly Case[]): Score {
  const names = (flagged: boolean, truth: boolean): string[] =>
    cases.filter((one) => one.flagged === flagged && one.truth === truth).map(({ name }) => name);
  const [hits, wronglyFlagged, missed] = [names(true, true), names(true, false), names(false, true)];
  const share = (part: number, whole: number): number => (whole ? part / whole : 1);
  const precision = share(hits.length, hits.length + wronglyFlagged.length);
  const recall = share(hits.length, hits.length + missed.length);
  return {
    truePositives: hits.length,
    falsePositives: wronglyFlagged.length,
    falseNegatives: missed.length,
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
    missed,
    wronglyFlagged
  };
}

/** Values at shares of the sorted list, e.g. 0.5: the median. Empty list: NaN. */
export function quantiles(values: readonly number[], shares: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return shares.map((share) => sorted[Math.round(share * (sorted.length - 1))] ?? NaN);
}
