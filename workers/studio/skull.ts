import { faceOval as outline } from '../face/parts';
import { canonical } from './face-mesh';
import { createMesh, sheet, subdivide, type Mesh, type Point3 } from './mesh';
import { mix, smoothstep } from './paint';

/** The skull behind the face: an ellipsoid, cm. */
const centre: Point3 = [0, 4.3, -3.6];
const radii: Point3 = [7.8, 8.6, 9.4];
/** The point at the back where all lines over the skull meet, as a direction. */
const back: Point3 = [0, -0.24, -0.97];

/** Where the line from outline corner `b` over the skull is at `t` (0: the face's edge, 1: the back). */
function overSkull(b: Point3, t: number): Point3 {
  const u = b.map((c, k) => (c - centre[k]!) / radii[k]!) as Point3;
  const length = Math.hypot(...u);
  const from = u.map((c) => c / length);
  const angle = Math.acos(from.reduce((sum, c, k) => sum + c * back[k]!, 0));
  const grow = 1 + (length - 1) * (1 - t) ** 2;
  const w0 = (Math.sin((1 - t) * angle) / Math.sin(angle)) * grow;
  const w1 = (Math.sin(t * angle) / Math.sin(angle)) * grow;
  return from.map((c, k) => centre[k]! + radii[k]! * (c * w0 + back[k]! * w1)) as Point3;
}

/** Point of the face's outline at `turn` (0: top of the forehead, clockwise in the picture, 1: round again). */
function outlineAt(vertices: ArrayLike<number>, turn: number): Point3 {
  const n = outline.length;
  const at = (((turn % 1) + 1) % 1) * n;
  const i = Math.floor(at);
  const t = at - i;
  const corner = (k: number): Point3 => {
    const v = outline[(i + k + n) % n]! * 3;
    return [vertices[v]!, vertices[v + 1]!, vertices[v + 2]!];
  };
  const a = corner(-1);
  const b = corner(0);
  const c = corner(1);
  const d = corner(2);
  return [0, 1, 2].map(
    (k) =>
      0.5 *
      (2 * b[k]! +
        (c[k]! - a[k]!) * t +
        (2 * a[k]! - 5 * b[k]! + 4 * c[k]! - d[k]!) * t * t +
        (3 * b[k]! - a[k]! - 3 * c[k]! + d[k]!) * t ** 3)
  ) as Point3;
}

const rings = 14;

/** Face with `vertices` (an expression) and the skull behind it, one smooth closed surface. */
export function headMesh(vertices: Float32Array): Mesh {
  const positions = Array.from(vertices);
  const triangles = Array.from(canonical.triangles);
  const n = outline.length;
  const index = (ring: number, i: number): number =>
    ring === 0 ? outline[i % n]! : vertices.length / 3 + (ring - 1) * n + (i % n);
  for (let ring = 1; ring <= rings; ring++)
    for (let i = 0; i < n; i++) {
      const v = outline[i]! * 3;
      positions.push(
        ...overSkull([vertices[v]!, vertices[v + 1]!, vertices[v + 2]!], (ring / rings) * 0.995)
      );
      const a = index(ring - 1, i);
      const b = index(ring - 1, i + 1);
      const c = index(ring, i);
      const d = index(ring, i + 1);
      triangles.push(a, b, c, b, d, c);
    }
  return roundSkull(subdivide(roundSkull(subdivide(createMesh(positions, triangles)))));
}

/** Brings the top of the skull, coarse between its lines, on to the ellipsoid; face and jaw stay. */
function roundSkull(mesh: Mesh): Mesh {
  const positions = Array.from(mesh.positions);
  for (let i = 0; i < positions.length; i += 3) {
    const share = smoothstep(3, 5, positions[i + 1]!) * smoothstep(1.4, 0.4, positions[i + 2]!);
    const length = Math.hypot(...[0, 1, 2].map((k) => (positions[i + k]! - centre[k]!) / radii[k]!));
    const scale = mix(1, 1 / length, share);
    for (let k = 0; k < 3; k++) positions[i + k] = centre[k]! + (positions[i + k]! - centre[k]!) * scale;
  }
  return createMesh(positions, mesh.triangles, mesh.locals);
}

/**
 * A point `lift` cm above the skull at rest: `turn` round the face's outline (0 top, 0.25 the picture's right ear),
 * `t` from the face's edge to the back.
 */
export function aboveSkull(turn: number, t: number, lift: number): Point3 {
  const p = overSkull(outlineAt(canonical.vertices, turn), t);
  const away = p.map((c, k) => (c - centre[k]!) / radii[k]! ** 2);
  const length = Math.hypot(...away) || 1;
  return p.map((c, k) => c + (lift * away[k]!) / length) as Point3;
}

/** An ear; `side` −1 is the picture's left. Locals: along (−1 front … 1 back), up (−1 … 1), side. */
export function earMesh(side: -1 | 1): Mesh {
  return sheet(
    20,
    20,
    (u, v) => {
      const a = u * 2 * Math.PI;
      const b = (v - 0.5) * Math.PI;
      const along = Math.cos(b) * Math.cos(a);
      const up = Math.sin(b);
      const out = Math.cos(b) * Math.sin(a);
      const wide = 1.15 + 0.35 * up;
      return [
        side * (8.05 + 0.35 * up + 0.5 * along * wide + 0.45 * out),
        0.4 + 2.9 * up - 0.3 * along,
        -4 + 1.5 * along * -wide
      ];
    },
    (u, v) => {
      const b = (v - 0.5) * Math.PI;
      return [Math.cos(b) * Math.cos(u * 2 * Math.PI), Math.sin(b), side];
    }
  );
}
