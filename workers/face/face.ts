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

/** Area of the box around all landmarks, in square pixels. */
export function faceArea({ landmarks }: Face): number {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (let at = 0; at < landmarks.length; at += 3) {
    left = Math.min(left, landmarks[at]!);
    right = Math.max(right, landmarks[at]!);
    top = Math.min(top, landmarks[at + 1]!);
    bottom = Math.max(bottom, landmarks[at + 1]!);
  }
  return (right - left) * (bottom - top);
}

/** The outermost columns of the mesh, in pixels. */
export function acrossOf({ landmarks }: Face): { left: number; right: number } {
  let left = Infinity;
  let right = -Infinity;
  for (let at = 0; at < landmarks.length; at += 3) {
    left = Math.min(left, landmarks[at]!);
    right = Math.max(right, landmarks[at]!);
  }
  return { left, right };
}

/** The same face on a picture scaled by `scale`. */
export function scaleFace({ landmarks, matrix }: Face, scale: number): Face {
  return { landmarks: landmarks.map((value) => value * scale), matrix };
}

/** The same face on a part of its picture that begins at `origin` and is scaled by `scale`. */
export function moveFace(face: Face, origin: Point, scale: number): Face {
  const moved = scaleFace(face, scale);
  for (let at = 0; at < moved.landmarks.length; at += 3) {
    moved.landmarks[at]! -= origin.x * scale;
    moved.landmarks[at + 1]! -= origin.y * scale;
  }
  return moved;
}
