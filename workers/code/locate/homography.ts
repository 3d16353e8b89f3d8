import type { Point } from '../../image/point';

/** A plane projective map, row-major 3×3 with the last entry 1. */
export type Homography = readonly [number, number, number, number, number, number, number, number, 1];

/** Where `h` takes (x, y). */
export function project(h: Homography, x: number, y: number): Point {
  const w = h[6] * x + h[7] * y + 1;
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w };
}

/** The map that takes four points, no three on a line, to four others; null when there is none. */
export function homographyOf(from: readonly Point[], to: readonly Point[]): Homography | null {
  const rows: number[][] = [];
  from.forEach(({ x, y }, i) => {
    const { x: u, y: v } = to[i]!;
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v]);
  });
  const h = solve(rows);
  return h && ([...h, 1] as unknown as Homography);
}

/** Solves n equations in n unknowns, each row its coefficients and its right side; null when they do not decide it. */
export function solve(rows: number[][]): number[] | null {
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    const top = rows[pivot]!;
    if (Math.abs(top[column]!) < 1e-12) return null;
    rows[pivot] = rows[column]!;
    rows[column] = top;
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / top[column]!;
      if (factor !== 0) for (let i = column; i <= n; i++) rows[row]![i]! -= factor * top[i]!;
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}
