/** One finished row and whether it counts as good for the exit status. */
export interface Row {
  row: Record<string, unknown>;
  good: boolean;
}
