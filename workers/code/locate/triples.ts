import { distance } from '../../image/point';
import type { Finder } from './finders';

/** Three finders in their places. */
export interface Triple {
  topLeft: Finder;
  topRight: Finder;
  bottomLeft: Finder;
}

/** Finders looked at, most often crossed first. */
const maxFinders = 8;
/** Tilt may make one finder this much larger than another. */
const maxSizeRatio = 4.5;
/** Cosine of the corner's angle under the strongest tilt expected. */
const maxCosine = 0.85;

/** Triples that may be the corners of one code, the most plausible first. */
export function findTriples(finders: readonly Finder[], count: number): Triple[] {
  const some = finders.slice(0, maxFinders);
  const found: { triple: Triple; oddness: number }[] = [];
  for (let a = 0; a < some.length; a++)
    for (let b = 0; b < some.length; b++)
      for (let c = b + 1; c < some.length; c++) {
        if (a === b || a === c) continue;
        const candidate = triple(some[a]!, some[b]!, some[c]!);
        if (candidate) found.push(candidate);
      }
  return found
    .sort((a, b) => a.oddness - b.oddness)
    .slice(0, count)
    .map((candidate) => candidate.triple);
}

/** `corner` as the top left one, the others in the order that keeps the code unmirrored. */
function triple(corner: Finder, b: Finder, c: Finder): { triple: Triple; oddness: number } | null {
  const moduleOf = ({ moduleX, moduleY }: Finder) => Math.sqrt(moduleX * moduleY);
  const modules = [corner, b, c].map(moduleOf);
  const ratio = Math.max(...modules) / Math.min(...modules);
  if (ratio > maxSizeRatio) return null;
  const toB = distance(corner, b);
  const toC = distance(corner, c);
  const cosine = ((b.x - corner.x) * (c.x - corner.x) + (b.y - corner.y) * (c.y - corner.y)) / (toB * toC);
  if (Math.abs(cosine) > maxCosine) return null;
  const module = (modules[0]! + modules[1]! + modules[2]!) / 3;
  // the centres are 14 to 170 modules apart; foreshortening takes some of it
  if (Math.min(toB, toC) < 7 * module || Math.max(toB, toC) > 200 * module) return null;
  const turn = (b.x - corner.x) * (c.y - corner.y) - (b.y - corner.y) * (c.x - corner.x);
  const topRight = turn > 0 ? b : c;
  const bottomLeft = turn > 0 ? c : b;
  const sides = Math.max(toB, toC) / Math.min(toB, toC);
  const confirmed = Math.min(...[corner, b, c].map(({ hits, moduleY }) => Math.min(1, hits / (3 * moduleY))));
  const oddness = Math.log(ratio) + Math.log(sides) + 1.5 * Math.abs(cosine) - 3 * confirmed;
  return { triple: { topLeft: corner, topRight, bottomLeft }, oddness };
}
