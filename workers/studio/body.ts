import { createMesh, sheet, type Mesh, type Point3 } from './mesh';
import { smoothstep } from './paint';

/** A level cut of the body: height, half width, half depth, z of its middle; cm. */
type Ring = readonly [y: number, halfWidth: number, halfDepth: number, z: number];

const neckRings: Ring[] = [
  [-4, 5.2, 6, -5.2],
  [-9, 5.1, 5.7, -4.8],
  [-12, 5.3, 5.8, -5],
  [-15, 5.9, 6.1, -5.3],
  [-19, 8, 6.8, -5.5]
];

const torsoRings: Ring[] = [
  [-13.6, 5.2, 5.2, -5.6],
  [-15, 8, 6, -5.6],
  [-16.4, 11.4, 6.6, -5.4],
  [-17.8, 14.8, 7.2, -5.2],
  [-19.4, 17.2, 7.9, -5],
  [-21.5, 18.6, 8.6, -4.8],
  [-25, 19.3, 9.6, -4.5],
  [-31, 19.7, 10.6, -4.2],
  [-40, 19.6, 11, -4],
  [-60, 19.4, 11, -4]
];

/** Smooth value between the rings' levels. */
function ringAt(rings: readonly Ring[], v: number): Ring {
  const at = Math.min(v * (rings.length - 1), rings.length - 1 - 1e-6);
  const i = Math.floor(at);
  const t = at - i;
  const pick = (k: number): Ring => rings[Math.max(0, Math.min(rings.length - 1, i + k))]!;
  const a = pick(-1);
  const b = pick(0);
  const c = pick(1);
  const d = pick(2);
  return [0, 1, 2, 3].map(
    (k) =>
      0.5 *
      (2 * b[k]! +
        (c[k]! - a[k]!) * t +
        (2 * a[k]! - 5 * b[k]! + 4 * c[k]! - d[k]!) * t * t +
        (3 * b[k]! - a[k]! - 3 * c[k]! + d[k]!) * t ** 3)
  ) as unknown as Ring;
}

function stack(rings: readonly Ring[], columns: number, rows: number): Mesh {
  return sheet(
    columns,
    rows,
    (u, v): Point3 => {
      const [y, w, d, z] = ringAt(rings, v);
      const a = (u - 0.5) * 2 * Math.PI;
      return [w * Math.sin(a), y, z + d * Math.cos(a)];
    },
    (_u, _v, point) => point
  );
}

/** The neck's surface, cm. */
export function neckMesh(): Mesh {
  return stack(neckRings, 48, 24);
}

/** The surface of shoulders and chest, cm. */
export function torsoMesh(): Mesh {
  return stack(torsoRings, 96, 64);
}

/** The folded collar of a shirt: u round the neck from the opening in front, v from the fold down. */
export function collarMesh(): Mesh {
  return sheet(
    120,
    10,
    (u, v): Point3 => {
      const a = (u - 0.5) * 2 * Math.PI;
      // a = 0 is the nape: the fold rises there, and its points reach down in front.
      const front = Math.abs(a) / Math.PI;
      const opening = smoothstep(0.8, 1, front);
      const fold = -12.2 - 2.6 * front ** 1.6 - 1.2 * opening;
      const point = Math.exp(-(((front - 0.88) / 0.1) ** 2));
      const drop = 2.1 + 2.6 * point;
      const wide = 6.25 + v * (1.1 + 0.9 * point);
      const shift = -5.2 + 1.1 * opening;
      const slip = opening * 0.35 * v * Math.sign(a);
      return [wide * Math.sin(a) + slip * 2.2, fold - drop * v, shift - (wide + 0.25) * Math.cos(a)];
    },
    (u, v) => [u, v, 0]
  );
}

/** Half the width of the suit's opening at height y, cm; the shirt shows inside. */
export function openingAt(y: number): number {
  return 7.2 * smoothstep(-37, -14.5, y) ** 1.15;
}

/** The tube of `radius` along a line of points; locals: along 0…1, round 0…1, 0. */
export function tubeMesh(line: readonly Point3[], radius: number, sides = 8): Mesh {
  const positions: number[] = [];
  const locals: number[] = [];
  const triangles: number[] = [];
  line.forEach((p, i) => {
    const before = line[Math.max(0, i - 1)]!;
    const after = line[Math.min(line.length - 1, i + 1)]!;
    const d = after.map((c, k) => c - before[k]!);
    const length = Math.hypot(...d) || 1;
    const [dx, dy, dz] = d.map((c) => c / length) as Point3;
    const helper: Point3 = Math.abs(dz) < 0.8 ? [0, 0, 1] : [0, 1, 0];
    const e = cross([dx, dy, dz], helper);
    const f = cross(e, [dx, dy, dz]);
    for (let s = 0; s < sides; s++) {
      const a = (s / sides) * 2 * Math.PI;
      positions.push(...p.map((c, k) => c + radius * (Math.cos(a) * e[k]! + Math.sin(a) * f[k]!)));
      locals.push(i / (line.length - 1), s / sides, 0);
    }
  });
  for (let i = 0; i + 1 < line.length; i++)
    for (let s = 0; s < sides; s++) {
      const a = i * sides + s;
      const b = i * sides + ((s + 1) % sides);
      triangles.push(a, b, a + sides, b, b + sides, a + sides);
    }
  return createMesh(positions, triangles, locals);
}

function cross(a: Point3, b: Point3): Point3 {
  const c: Point3 = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  const length = Math.hypot(...c) || 1;
  return [c[0] / length, c[1] / length, c[2] / length];
}
