import type { Mesh, Point3 } from './mesh';

/** 3 × 3, row-major. */
export type Rotation = readonly number[];

/**
 * Rz(roll) · Ry(yaw) · Rx(pitch), in degrees, in the landmarker's axes (x right, y up, z to the camera), so that
 * yaw = asin(−R₂₀), pitch = atan2(R₂₁, R₂₂), roll = atan2(R₁₀, R₀₀).
 */
export function rotation(yaw: number, pitch: number, roll: number): Rotation {
  const [cy, sy] = turn(yaw);
  const [cp, sp] = turn(pitch);
  const [cr, sr] = turn(roll);
  return [
    cr * cy,
    cr * sy * sp - sr * cp,
    cr * sy * cp + sr * sp,
    sr * cy,
    sr * sy * sp + cr * cp,
    sr * sy * cp - cr * sp,
    -sy,
    cy * sp,
    cy * cp
  ];
}

function turn(degrees: number): [cosine: number, sine: number] {
  return [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
}

/** The point about which a head turns, in the canonical face's centimetres: between the ears. */
const pivot: Point3 = [0, -1, -3];

/** A point of the canonical face, cm, once the head is turned about its pivot. */
export function turnPoint(r: Rotation, x: number, y: number, z: number): Point3 {
  const px = x - pivot[0];
  const py = y - pivot[1];
  const pz = z - pivot[2];
  return [
    r[0]! * px + r[1]! * py + r[2]! * pz + pivot[0],
    r[3]! * px + r[4]! * py + r[5]! * pz + pivot[1],
    r[6]! * px + r[7]! * py + r[8]! * pz + pivot[2]
  ];
}

/** The mesh with its positions and normals turned; locals stay. */
export function turnMesh(r: Rotation, mesh: Mesh): Mesh {
  const positions = new Float32Array(mesh.positions.length);
  const normals = new Float32Array(mesh.normals.length);
  for (let i = 0; i < positions.length; i += 3) {
    positions.set(turnPoint(r, mesh.positions[i]!, mesh.positions[i + 1]!, mesh.positions[i + 2]!), i);
    const nx = mesh.normals[i]!;
    const ny = mesh.normals[i + 1]!;
    const nz = mesh.normals[i + 2]!;
    normals[i] = r[0]! * nx + r[1]! * ny + r[2]! * nz;
    normals[i + 1] = r[3]! * nx + r[4]! * ny + r[5]! * nz;
    normals[i + 2] = r[6]! * nx + r[7]! * ny + r[8]! * nz;
  }
  return { ...mesh, positions, normals };
}
