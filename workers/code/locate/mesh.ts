import type { Point } from '../../image/point';
import type { Darkness, GridFit } from './fit';
import { project } from './homography';
import { knownModules } from './pattern';

/** Modules between the nodes of the mesh. */
const spacing = 4;
/** Modules around a node that it is judged by. */
const reach = 4;
/** A node may lie this far from where its neighbours say, in modules: at a whole module off, all is as clear. */
const play = 0.4;
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
  clarity: number;
  settled: boolean;
}

/**
 * Follows paper that is not flat: a mesh of nodes over the grid, each shifted to where the modules around it are
 * clearest (a sample in the middle of a module is darker or lighter than one between two) and known patterns
 * fit. It grows from the finders, where the grid is right, each node starting from where its settled neighbours
 * lead.
 * Answers the place of any module position in the picture.
 */
export function settleMesh(darkness: Darkness, { size, map }: GridFit): (x: number, y: number) => Point {
  const count = Math.max(3, Math.round(size / spacing) + 1);
  const nodes: Node[] = Array.from({ length: count * count }, (_, i) => ({
    x: ((i % count) * size) / (count - 1),
    y: (Math.floor(i / count) * size) / (count - 1),
    dx: 0,
    dy: 0,
    clarity: 0,
    settled: false
  }));
  const known = new Int8Array(size * size);
  for (const { x, y, dark } of knownModules(size)) known[y * size + x] = dark ? 1 : -1;

  for (let next = nextNode(); next >= 0; next = nextNode()) settle(next);
  nodes.forEach((_, index) => settle(index));

  return (x, y) => {
    const { dx, dy } = shiftAt(x, y);
    return project(map, x + dx, y + dy);
  };

  function shiftAt(x: number, y: number): { dx: number; dy: number } {
    const u = Math.min(count - 1.001, Math.max(0, (x * (count - 1)) / size));
    const v = Math.min(count - 1.001, Math.max(0, (y * (count - 1)) / size));
    const iu = Math.floor(u);
    const iv = Math.floor(v);
    const fu = u - iu;
    const fv = v - iv;
    const a = nodes[iv * count + iu]!;
    const b = nodes[iv * count + iu + 1]!;
    const c = nodes[(iv + 1) * count + iu]!;
    const d = nodes[(iv + 1) * count + iu + 1]!;
    const mix = (key: 'dx' | 'dy') =>
      (a[key] * (1 - fu) + b[key] * fu) * (1 - fv) + (c[key] * (1 - fu) + d[key] * fu) * fv;
    return { dx: mix('dx'), dy: mix('dy') };
  }

  /** The open node with the most settled neighbours, the clearest of them first; -1 when all are settled. */
  function nextNode(): number {
    let best = -1;
    let most = -1;
    nodes.forEach((node, index) => {
      if (node.settled) return;
      let support = isOnFinder(node, size) ? 2.5 : 0;
      for (const other of neighbours(index)) if (other.settled) support += 0.5 + other.clarity;
      if (support > most) {
        most = support;
        best = index;
      }
    });
    return best;
  }

  function neighbours(index: number): Node[] {
    const column = index % count;
    const row = Math.floor(index / count);
    const found: Node[] = [];
    for (let j = -1; j <= 1; j++)
      for (let i = -1; i <= 1; i++) {
        const u = column + i;
        const v = row + j;
        if ((i !== 0 || j !== 0) && u >= 0 && v >= 0 && u < count && v < count)
          found.push(nodes[v * count + u]!);
      }
    return found;
  }

  /** Where the settled neighbours say the node is, following the slope between each and the one behind it. */
  function expected(index: number): { dx: number; dy: number } {
    const node = nodes[index]!;
    const column = index % count;
    const row = Math.floor(index / count);
    let sumX = 0;
    let sumY = 0;
    let weight = 0;
    for (let j = -1; j <= 1; j++)
      for (let i = -1; i <= 1; i++) {
        if (i === 0 && j === 0) continue;
        const near = nodeAt(column + i, row + j);
        if (!near?.settled) continue;
        const far = nodeAt(column + 2 * i, row + 2 * j);
        const slope = far?.settled ? 0.7 : 0;
        sumX += near.dx + slope * (near.dx - (far?.dx ?? 0));
        sumY += near.dy + slope * (near.dy - (far?.dy ?? 0));
        weight++;
      }
    return weight ? { dx: sumX / weight, dy: sumY / weight } : node;
  }

  function nodeAt(column: number, row: number): Node | undefined {
    return column < 0 || row < 0 || column >= count || row >= count ? undefined : nodes[row * count + column];
  }

  function settle(index: number): void {
    const node = nodes[index]!;
    const start = expected(index);
    const startX = start.dx;
    const startY = start.dy;
    let bestX = startX;
    let bestY = startY;
    let best = -Infinity;
    const consider = (dx: number, dy: number) => {
      const off = (dx - startX) ** 2 + (dy - startY) ** 2;
      const clarity = clarityAt(node, dx, dy) - stiffness * off;
      if (clarity > best) {
        bestX = dx;
        bestY = dy;
        best = clarity;
      }
    };
    for (let j = -2; j <= 2; j++)
      for (let i = -2; i <= 2; i++) consider(startX + (i * play) / 2, startY + (j * play) / 2);
    const midX = bestX;
    const midY = bestY;
    for (let j = -1; j <= 1; j++)
      for (let i = -1; i <= 1; i++) consider(midX + (i * play) / 5, midY + (j * play) / 5);
    node.dx = bestX;
    node.dy = bestY;
    node.clarity = best;
    node.settled = true;
  }

  /** Mean darkness, whatever its sign, in the middle of the modules around a node; known ones with their sign. */
  function clarityAt(node: Node, dx: number, dy: number): number {
    const left = Math.max(0, Math.floor(node.x - reach));
    const right = Math.min(size, Math.ceil(node.x + reach));
    const top = Math.max(0, Math.floor(node.y - reach));
    const bottom = Math.min(size, Math.ceil(node.y + reach));
    let sum = 0;
    let weight = 0;
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

function isOnFinder({ x, y }: Point, size: number): boolean {
  const left = x < 8;
  const top = y < 8;
  return (left && top) || (left && y > size - 8) || (top && x > size - 8);
}
