/** Samples of the sitter's colours per block; see `sitterSamples`. */
export const samplesPerBlock = 3;
/** Blocks around a pixel's own whose samples are tried, in each direction. */
export const sampleReach = 2;
const blocksTried = (2 * sampleReach + 1) ** 2;

/** A line from the wall's colour to a sample's that passes near a pixel's colour. */
interface Line {
  /** Where on the line the pixel lies: 0 at the wall, 1 at the sample, at most 1.1. */
  alpha: number;
  /** Squared distance of the pixel from the line, and squared length of the line, in levels. */
  off2: number;
  length2: number;
}

/** The sitter's samples around one block of the picture, gathered once for all of its pixels. */
export class NearSamples {
  /** r, g, b by turns: the ends of lines, and the known foreground's pixels most like the wall. */
  readonly #ends = new Float32Array(blocksTried * (samplesPerBlock - 1) * 3);
  readonly #cloth = new Float32Array(blocksTried * 3);
  #endCount = 0;
  #clothCount = 0;
  readonly #line: Line = { alpha: 0, off2: 0, length2: 0 };

  /** @param samples r, g, b and whether there is one, `samplesPerBlock` a block */
  constructor(
    private readonly samples: Float32Array,
    private readonly grid: { columns: number; rows: number }
  ) {}

  /** Turns to the block at a column and row of the grid. */
  gather(column: number, row: number): void {
    const { samples } = this;
    const { columns, rows } = this.grid;
    this.#endCount = this.#clothCount = 0;
    for (let j = Math.max(0, row - sampleReach); j <= Math.min(rows - 1, row + sampleReach); j++)
      for (let i = Math.max(0, column - sampleReach); i <= Math.min(columns - 1, column + sampleReach); i++)
        for (let k = 0; k < samplesPerBlock; k++) {
          const from = ((j * columns + i) * samplesPerBlock + k) * 4;
          if (!samples[from + 3]) continue;
          const isCloth = k === samplesPerBlock - 1;
          const to = isCloth ? this.#cloth : this.#ends;
          const at = 3 * (isCloth ? this.#clothCount++ : this.#endCount++);
          for (let c = 0; c < 3; c++) to[at + c] = samples[from + c]!;
        }
  }

  /**
   * The line that passes nearest to a colour; of lines equally near, the one with the farther end: the sample least
   * mixed with wall. What is returned is valid until the next call.
   *
   * @param r, g, b the colour less the wall's
   * @param wall the wall's colour
   */
  bestLine(r: number, g: number, b: number, wall: Float32Array): Readonly<Line> {
    const ends = this.#ends;
    const line = this.#line;
    line.alpha = line.off2 = line.length2 = 0;
    let best = Infinity;
    for (let at = 0; at < 3 * this.#endCount; at += 3) {
      const p = ends[at]! - wall[0]!;
      const q = ends[at + 1]! - wall[1]!;
      const s = ends[at + 2]! - wall[2]!;
      const length2 = p * p + q * q + s * s;
      // No line this short can be the best, however near it passes.
      if (length2 < 1 || 4 / (length2 + 1) >= best) continue;
      const guess = Math.max(0, Math.min(1.1, (r * p + g * q + b * s) / length2));
      const off2 = (r - guess * p) ** 2 + (g - guess * q) ** 2 + (b - guess * s) ** 2;
      const cost = (off2 + 4) / (length2 + 1);
      if (cost >= best) continue;
      best = cost;
      line.alpha = guess;
      line.off2 = off2;
      line.length2 = length2;
    }
    return line;
  }

  /** Distance in levels, at most 255, of the nearest known foreground's colour from the wall's. */
  nearestCloth(wall: Float32Array): number {
    const cloth = this.#cloth;
    let nearest2 = 255 ** 2;
    for (let at = 0; at < 3 * this.#clothCount; at += 3) {
      const p = cloth[at]! - wall[0]!;
      const q = cloth[at + 1]! - wall[1]!;
      const s = cloth[at + 2]! - wall[2]!;
      nearest2 = Math.min(nearest2, p * p + q * q + s * s);
    }
    return Math.sqrt(nearest2);
  }
}
