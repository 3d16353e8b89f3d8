/** Logistic function centred at `x0` with width `w`, as ISO/IEC 29794-5 uses it to map native values. */
export function sigmoid(x: number, x0: number, w: number): number {
  return 1 / (1 + Math.exp((x0 - x) / w));
}

/** A quality in 0…100. */
export function percent(value: number): number {
  return Math.max(0, Math.min(100, value));
}
