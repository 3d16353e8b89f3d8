import type { Point3 } from './mesh';

/** A pinhole camera on the z axis looking at −z; distances in centimetres, the rest in pixels. */
export interface Camera {
  focal: number;
  distance: number;
  /** Where the world's (0, 0, 0) appears. */
  x: number;
  y: number;
}

/** From lens to face: an arm's length and a half, as at a desk. */
export const cameraDistance = 100;

/** Picture position of a world point in pixels, and its nearness (1 / distance from the lens, 1/cm). */
export function project(camera: Camera, [x, y, z]: Point3): { x: number; y: number; near: number } {
  const near = 1 / (camera.distance - z);
  return { x: camera.x + x * camera.focal * near, y: camera.y - y * camera.focal * near, near };
}
