import { createPlane, type Plane, type RgbaImage } from '../image/image';

/** Levels by which JPEG may move a flat colour. */
const tolerance = 24;

/** What a finished photo shows other than its flat background: 1 sitter, 0 background. */
export function flatMatte(image: RgbaImage, colour: readonly [number, number, number]): Plane {
  const plane = createPlane(image.width, image.height);
  for (let i = 0; i < plane.data.length; i++) {
    const far = colour.some((level, c) => Math.abs(image.data[i * 4 + c]! - level) > tolerance);
    plane.data[i] = far ? 1 : 0;
  }
  return plane;
}
