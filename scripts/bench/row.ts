/** One paired measurement: ours and what it is compared with, both in `unit`, medians over `runs`. */
export interface BenchRow {
  name: string;
  ours: number;
  reference: number | null;
  ratio: number | null;
  unit: string;
  runs: number;
}

/** The middle value; of an even count the mean of the two. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** A row of the table: medians of both, and ours over the reference where there is one. */
export function row(
  name: string,
  unit: string,
  ours: readonly number[],
  reference: readonly number[] | null
): BenchRow {
  const ratio = reference ? median(ours) / median(reference) : null;
  return {
    name,
    ours: median(ours),
    reference: reference && median(reference),
    ratio,
    unit,
    runs: ours.length
  };
}
