/** Triangles in space. Positions and normals are xyz interleaved, in centimetres and unit length. */
export interface Mesh {
  positions: Float32Array;
  triangles: Uint32Array;
  normals: Float32Array;
  /** Three numbers per vertex that the material paints by, e.g. the position on the face at rest. */
  locals: Float32Array;
}

/** A mesh with smooth normals; `locals` are the positions unless given. */
export function createMesh(
  positions: ArrayLike<number>,
  triangles: ArrayLike<number>,
  locals: ArrayLike<number> = positions
): Mesh {
  const points = Float32Array.from(positions);
  const corners = Uint32Array.from(triangles);
  return {
    positions: points,
    triangles: corners,
    normals: vertexNormals(points, corners),
    locals: Float32Array.from(locals)
  };
}

/** Area-weighted vertex normals of counter-clockwise triangles. */
function vertexNormals(positions: Float32Array, triangles: Uint32Array): Float32Array {
  const normals = new Float32Array(positions.length);
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t]! * 3;
    const b = triangles[t + 1]! * 3;
    const c = triangles[t + 2]! * 3;
    const ux = positions[b]! - positions[a]!;
    const uy = positions[b + 1]! - positions[a + 1]!;
    const uz = positions[b + 2]! - positions[a + 2]!;
    const vx = positions[c]! - positions[a]!;
    const vy = positions[c + 1]! - positions[a + 1]!;
    const vz = positions[c + 2]! - positions[a + 2]!;
    const nx = uy * vz - uz * vy;
    const ny = uz * vx - ux * vz;
    const nz = ux * vy - uy * vx;
    for (const v of [a, b, c]) {
      normals[v]! += nx;
      normals[v + 1]! += ny;
      normals[v + 2]! += nz;
    }
  }
  for (let v = 0; v < normals.length; v += 3) {
    const length = Math.hypot(normals[v]!, normals[v + 1]!, normals[v + 2]!) || 1;
    normals[v]! /= length;
    normals[v + 1]! /= length;
    normals[v + 2]! /= length;
  }
  return normals;
}

/**
 * Splits every triangle in four and rounds the new vertices (Phong tessellation, Boubekeur and Alexa 2008), so
 * that outlines of a coarse mesh bend. The first vertices stay where they are.
 */
export function subdivide(mesh: Mesh, roundness = 0.75): Mesh {
  const positions = Array.from(mesh.positions);
  const locals = Array.from(mesh.locals);
  const triangles: number[] = [];
  const middles = new Map<number, number>();
  const count = mesh.positions.length / 3;

  const middle = (a: number, b: number): number => {
    const key = Math.min(a, b) * count + Math.max(a, b);
    const known = middles.get(key);
    if (known !== undefined) return known;
    const index = positions.length / 3;
    const half = [0, 1, 2].map((k) => (mesh.positions[a * 3 + k]! + mesh.positions[b * 3 + k]!) / 2);
    const bend = [0, 0, 0];
    for (const end of [a, b]) {
      let away = 0;
      for (let k = 0; k < 3; k++)
        away += (half[k]! - mesh.positions[end * 3 + k]!) * mesh.normals[end * 3 + k]!;
      for (let k = 0; k < 3; k++) bend[k]! -= (away * mesh.normals[end * 3 + k]!) / 2;
    }
    for (let k = 0; k < 3; k++) {
      positions.push(half[k]! + roundness * bend[k]!);
      locals.push((mesh.locals[a * 3 + k]! + mesh.locals[b * 3 + k]!) / 2);
    }
    middles.set(key, index);
    return index;
  };

  for (let t = 0; t < mesh.triangles.length; t += 3) {
    const a = mesh.triangles[t]!;
    const b = mesh.triangles[t + 1]!;
    const c = mesh.triangles[t + 2]!;
    const ab = middle(a, b);
    const bc = middle(b, c);
    const ca = middle(c, a);
    triangles.push(a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca);
  }
  return createMesh(positions, triangles, locals);
}

export type Point3 = [x: number, y: number, z: number];

/**
 * A sheet of `columns` × `rows` points joined by triangles; `at` answers the point for u, v in 0…1. Seen from
 * outside, u runs to the right and v down. Locals are (u, v, 0) unless `local` says otherwise.
 */
export function sheet(
  columns: number,
  rows: number,
  at: (u: number, v: number) => Point3,
  local: (u: number, v: number, point: Point3) => Point3 = (u, v) => [u, v, 0]
): Mesh {
  const positions: number[] = [];
  const locals: number[] = [];
  const triangles: number[] = [];
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) {
      const u = i / (columns - 1);
      const v = j / (rows - 1);
      const point = at(u, v);
      positions.push(...point);
      locals.push(...local(u, v, point));
    }
  for (let j = 0; j + 1 < rows; j++)
    for (let i = 0; i + 1 < columns; i++) {
      const a = j * columns + i;
      triangles.push(a, a + columns, a + 1, a + 1, a + columns, a + columns + 1);
    }
  return createMesh(positions, triangles, locals);
}
