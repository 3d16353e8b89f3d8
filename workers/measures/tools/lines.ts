import type { Plane } from '../../image/image';
import { createPlane } from '../../image/image';
import type { Point } from '../../image/point';

/** A line that runs along x: y = `at` + `slope` · (x − `middle`). */
export interface Line {
  at: number;
  slope: number;
  middle: number;
}

/** Levels across an edge over two pixels, and how many times the change along it that is. */
const leastStep = 10;
const straight = 1.5;
/** How far beside a line, in pixels, its edge may lie. */
const slack = 1;
/** Slopes tried: the tangents of angles up to 20 degrees, every 2. */
const slopes = Array.from({ length: 21 }, (_, i) => Math.tan(((i - 10) * 2 * Math.PI) / 180));
/** Share of a stretch that must be an edge for a line to count, and how many of the best are kept. */
const leastShare = 0.6;
const mostLines = 10;
/** Lines nearer to a better one than this, in pixels and slope, are the same. */
const same = { at: 2, slope: 0.1 };
/** A stretch of which less than this share lies in the picture is not judged. */
const mostlyInside = 0.6;

/** Straight edges of a picture that run along x. */
export class Lines {
  readonly #dx: Plane;
  readonly #dy: Plane;

  constructor({ width, height, data }: Plane) {
    this.#dx = createPlane(width, height);
    this.#dy = createPlane(width, height);
    for (let y = 1; y < height - 1; y++)
      for (let x = 1; x < width - 1; x++) {
        const i = y * width + x;
        this.#dx.data[i] = data[i + 1]! - data[i - 1]!;
        this.#dy.data[i] = data[i + width]! - data[i - width]!;
      }
  }

  /** The best lines that are an edge for most of x `left`…`right` and cross their middle at y `from`…`to`. */
  find({ left, right, from, to }: { left: number; right: number; from: number; to: number }): Line[] {
    const middle = (left + right) / 2;
    const found: (Line & { share: number })[] = [];
    for (let at = Math.max(2, Math.ceil(from)); at <= Math.min(this.#dx.height - 3, to); at++)
      for (const slope of slopes) {
        const line = { at, slope, middle };
        const share = this.share(line, left, right);
        if (share >= leastShare) found.push({ ...line, share });
      }
    const kept: Line[] = [];
    for (const line of found.sort((a, b) => b.share - a.share)) {
      if (kept.length === mostLines) break;
      const near = (other: Line) =>
        Math.abs(other.at - line.at) <= same.at && Math.abs(other.slope - line.slope) <= same.slope;
      if (!kept.some(near)) kept.push(line);
    }
    return kept;
  }

  /** Share of a line between two x, 0…1, that is an edge along it; 0 where it lies mostly outside the picture. */
  share(line: Line, left: number, right: number): number {
    let inside = 0;
    let edges = 0;
    const count = Math.max(1, Math.round(right - left));
    for (let i = 0; i <= count; i++) {
      const x = Math.round(left + ((right - left) * i) / count);
      const y = Math.round(yOn(line, x));
      if (x < 1 || y < 1 || x >= this.#dx.width - 1 || y >= this.#dx.height - 1) continue;
      inside++;
      if (this.#isEdge(x, y, line.slope)) edges++;
    }
    return inside < mostlyInside * count ? 0 : edges / inside;
  }

  #isEdge(x: number, y: number, slope: number): boolean {
    const { width, height } = this.#dx;
    const length = Math.hypot(1, slope);
    for (let row = Math.max(1, y - slack); row <= Math.min(height - 2, y + slack); row++) {
      const i = row * width + x;
      const dx = this.#dx.data[i]!;
      const dy = this.#dy.data[i]!;
      const across = Math.abs(dy - slope * dx) / length;
      if (across >= leastStep && across > (straight * Math.abs(dx + slope * dy)) / length) return true;
    }
    return false;
  }
}

const yOn = ({ at, slope, middle }: Line, x: number) => at + slope * (x - middle);

/** Where a line along x meets one along y, which is given with its x and y swapped. */
export function meeting(along: Line, down: Line): Point {
  const x =
    (down.at + down.slope * (along.at - along.slope * along.middle - down.middle)) /
    (1 - down.slope * along.slope);
  return { x, y: yOn(along, x) };
}
