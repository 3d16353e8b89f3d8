import type { Point } from '../../image/point';
import type { Darkness, GridFit } from './fit';
import { project } from './homography';
import { knownModules } from './pattern';

/** Modules between the nodes of the mesh. */
const spacing = 5;
/** Modules around a node that it is judged by. */
const reach = 4;
/** A node may lie this far from where its neighbours say, in modules. */
const play = 0.8;
/** Cost of leaving the neighbours' place by a module, in mean darkness. */
const stiffness = 0.12;
/** A module of a known pattern counts for this many others. */
const knownWeight = 3;

interface Node {
  x: number;
  y: number;
  /** Where the node's surroundings really are, in modules off the grid. */
  dx: number;
  dy: number;
  settled: boolean;
}

/**
 * Follows paper that is not flat: a mesh of nodes over the grid, each shifted to where the modules around it are
 * clearest (a sample in the middle of a module is darker or lighter than one between two) and known patterns
 * fit. It grows from the finders, where the grid is right, each node starting from its settled neighbours.
 * Answers the place of any module position in the picture.
 */
export function settleMesh(darkness: Darkness, { size, map }: GridFit): (x: number, y: number) => Point {
  const count = Math.max(3, Math.round(size / spacing) + 1);
  const nodes: Node[] = Array.from({ length: count * count }, (_, i) => ({
    x: ((i % count) * size) / (count - 1),
    y: (Math.floor(i / count) * size) / (count - 1),
    dx: 0,
    dy: 0,
    settled: false
  }));
  const known = new Int8Array(size * size);
  for (const { x, y, dark } of knownModules(size)) known[y * size + x] = dark ? 1 : -1;

  const finders = [
    { x: 3.5, y: 3.5 },
    { x: size - 3.5, y: 3.5 },
    { x: 3.5, y: size - 3.5 }
  ];
  const fromFinder = ({ x, y }: Point) => Math.min(...finders.map((f) => Math.hypot(f.x - x, f.y - y)));
  const order = nodes.map((_, i) => i).sort((a, b) => fromFinder(nodes[a]!) - fromFinder(nodes[b]!));
  for (const index of order) settle(index);
  for (const index of order) settle(index);

  return (x, y) => {
    const { dx, dy } = shiftAt(x, y);
    return project(map, x + dx, y + dy);
  };

  function shiftAt(x: number, y: number): { dx: number; dy: number } {
    const u = Math.min(count - 1.001, Math.max(0, (x * (count - 1)) / size));
    const v = Math.min(count - 1.001, Math.max(0, (y * (count - 1)) / size));
    const [iu, iv] = [Math.floor(u), Math.floor(v)];
    const [fu, fv] = [u - iu, v - iv];
    const a = nodes[iv * count + iu]!;
    const b = nodes[iv * count + iu + 1]!;
    const c = nodes[(iv + 1) * count + iu]!;
    const d = nodes[(iv + 1) * count + iu + 1]!;
    const mix = (key: 'dx' | 'dy') =>
      (a[key] * (1 - fu) + b[key] * fu) * (1 - fv) + (c[key] * (1 - fu) + d[key] * fu) * fv;
    return { dx: mix('dx'), dy: mix('dy') };
  }

  function settle(index: number): void {
    const node = nodes[index]!;
    const [column, row] = [index % count, Math.floor(index / count)];
    let [sumX, sumY, n] = [0, 0, 0];
    for (let j = -1; j <= 1; j++)
      for (let i = -1; i <= 1; i++) {
        const [u, v] = [column + i, row + j];
        if ((i === 0 && j === 0) || u < 0 || v < 0 || u >= count || v >= count) continue;
        const other = nodes[v * count + u]!;
        if (!other.settled) continue;
        sumX += other.dx;
        sumY += other.dy;
        n++;
      }
    const start = n ? { dx: sumX / n, dy: sumY / n } : { dx: node.dx, dy: node.dy };
    let best = { ...start, clarity: -Infinity };
    const consider = (dx: number, dy: number) => {
      const off = (dx - start.dx) ** 2 + (dy - start.dy) ** 2;
      if (off > play * play) return;
      const clarity = clarityAt(node, dx, dy) - stiffness * off;
      if (clarity > best.clarity) best = { dx, dy, clarity };
    };
    for (let j = -3; j <= 3; j++)
      for (let i = -3; i <= 3; i++) consider(start.dx + i * 0.25, start.dy + j * 0.25);
    const coarse = best;
    for (let j = -1; j <= 1; j++)
      for (let i = -1; i <= 1; i++) consider(coarse.dx + i * 0.12, coarse.dy + j * 0.12);
    node.dx = best.dx;
    node.dy = best.dy;
    node.settled = true;
  }

  /** Mean darkness, whatever its sign, in the middle of the modules around a node; known ones with their sign. */
  function clarityAt(node: Node, dx: number, dy: number): number {
    const [left, right] = [
      Math.max(0, Math.floor(node.x - reach)),
      Math.min(size, Math.ceil(node.x + reach))
    ];
    const [top, bottom] = [
      Math.max(0, Math.floor(node.y - reach)),
      Math.min(size, Math.ceil(node.y + reach))
    ];
    let [sum, weight] = [0, 0];
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const place = project(map, x + 0.5 + dx, y + 0.5 + dy);
        const value = Math.max(-1, Math.min(1, darkness(place.x, place.y)));
        const sign = known[y * size + x]!;
        sum += sign === 0 ? Math.abs(value) : knownWeight * sign * value;
        weight += sign === 0 ? 1 : knownWeight;
      }
    return sum / weight;
  }
}
