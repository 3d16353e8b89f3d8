import { createImage, type RgbaImage } from '../image/image';
import { midpoint, type Point } from '../image/point';
import type { Box } from '../image/region';
import type { Face } from './face';
import { eyeCentre } from './scale';

/**
 * The face's own axes: the origin half-way between the eyes, x towards the sitter's left (right in the picture), y
 * down the face, in inter-eye distances.
 */
export interface FaceFrame {
  origin: Point;
  /** Pixels of the picture per inter-eye distance, along x. */
  along: Point;
}

/** The face's own axes: the origin between its eyes' centres, x from the right eye's to the left's. */
export function faceFrame(face: Face): FaceFrame {
  const right = eyeCentre(face, 'right');
  const left = eyeCentre(face, 'left');
  return { origin: midpoint(right, left), along: { x: left.x - right.x, y: left.y - right.y } };
}

/** Face axes → pixels of the picture. */
export function toPicture({ origin, along }: FaceFrame, { x, y }: Point): Point {
  return { x: origin.x + x * along.x - y * along.y, y: origin.y + x * along.y + y * along.x };
}

/** Pixels of the picture → face axes. */
export function toFace({ origin, along }: FaceFrame, { x, y }: Point): Point {
  const dx = x - origin.x;
  const dy = y - origin.y;
  const square = along.x ** 2 + along.y ** 2;
  return { x: (dx * along.x + dy * along.y) / square, y: (dy * along.x - dx * along.y) / square };
}

/** Samples per patch pixel along each side, so that a smaller picture does not alias. */
const oversample = 2;

/**
 * A part of the picture upright in the face's axes, `scale` pixels to an inter-eye distance; what lies outside the
 * picture repeats its border.
 */
export function facePatch(image: RgbaImage, frame: FaceFrame, box: Box, scale: number): RgbaImage {
  const patch = createImage(
    Math.round((box.right - box.left) * scale),
    Math.round((box.bottom - box.top) * scale)
  );
  const { data } = patch;
  const { origin, along } = frame;
  const sum = new Float64Array(3);
  for (let y = 0, to = 0; y < patch.height; y++)
    for (let x = 0; x < patch.width; x++, to += 4) {
      sum.fill(0);
      for (let sy = 0.5; sy < oversample; sy++) {
        const down = box.top + (y + sy / oversample) / scale;
        for (let sx = 0.5; sx < oversample; sx++) {
          // `toPicture` without its objects: this runs some 100,000 times a picture.
          const right = box.left + (x + sx / oversample) / scale;
          const atX = origin.x + right * along.x - down * along.y;
          const atY = origin.y + right * along.y + down * along.x;
          addSample(image, atX, atY, sum);
        }
      }
      data[to] = sum[0]! / oversample ** 2;
      data[to + 1] = sum[1]! / oversample ** 2;
      data[to + 2] = sum[2]! / oversample ** 2;
    }
  return patch;
}

/** Bilinear. */
function addSample({ width, height, data }: RgbaImage, x: number, y: number, sum: Float64Array): void {
  const left = Math.max(0, Math.min(width - 1.001, x - 0.5));
  const top = Math.max(0, Math.min(height - 1.001, y - 0.5));
  const x0 = Math.floor(left);
  const y0 = Math.floor(top);
  const fx = left - x0;
  const fy = top - y0;
  const at = (y0 * width + x0) * 4;
  const below = y0 + 1 < height ? at + width * 4 : at;
  const step = x0 + 1 < width ? 4 : 0;
  for (let c = 0; c < 3; c++) {
    const upper = data[at + c]! * (1 - fx) + data[at + step + c]! * fx;
    const lower = data[below + c]! * (1 - fx) + data[below + step + c]! * fx;
    sum[c]! += upper * (1 - fy) + lower * fy;
  }
}
