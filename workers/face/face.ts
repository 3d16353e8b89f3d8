import type { Point } from '../image/point';

/** One face of one picture. */
export interface Face {
  /** 478 mesh points in pixels of the picture, x, y, z interleaved: 0–467 mesh, 468–472 and 473–477 irises. */
  landmarks: Float32Array<ArrayBuffer>;
  /** 4 × 4 column-major facial transformation matrix: canonical face → camera, centimetres. */
  matrix: Float32Array<ArrayBuffer>;
}

export const landmarkCount = 478;

/** Mesh point `index` in pixels. */
export function landmark(face: Face, index: number): Point {
  return { x: face.landmarks[index * 3]!, y: face.landmarks[index * 3 + 1]! };
}
