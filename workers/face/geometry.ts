import type { Plane } from '../image/image';
import { distance } from '../image/point';
import type { HeadGeometry } from './head-geometry';
import { landmark, type Face } from './face';
import { chin, earRoots, leftIris, rightIris } from './parts';

/** Crown above the eye line, in eye-to-chin lengths, where no matte has shown it. */
const usualCrownRise = 1.25;

/**
 * Head measures in pixels of the picture.
 *
 * Eye line: mean of the two iris centres. Chin: its mesh point. Face width: between the ear roots. Crown: first row,
 * from the top, where the matte (≥ 0.5) covers more than a tenth of the face width within ±0.3 face widths of the
 * centre; without a matte, by `rise`.
 *
 * @param rise of the crown above the eye line, in eye-to-chin lengths: of this sitter where it is known
 */
export function headGeometry(
  face: Face,
  matte: Plane | null,
  image: { width: number; height: number },
  rise = usualCrownRise
): HeadGeometry {
  const rightPupil = landmark(face, rightIris);
  const leftPupil = landmark(face, leftIris);
  const eyeY = (rightPupil.y + leftPupil.y) / 2;
  const chinY = landmark(face, chin).y;
  const left = landmark(face, earRoots.right).x;
  const right = landmark(face, earRoots.left).x;
  const head = {
    eyeY,
    chinY,
    faceLeft: Math.min(left, right),
    faceRight: Math.max(left, right),
    centreX: (left + right) / 2,
    eyeDistance: distance(rightPupil, leftPupil)
  };
  const crownY = matte ? crownFromMatte(head, matte, image) : null;
  return { crownY: crownY ?? eyeY - rise * (chinY - eyeY), ...head };
}

/** How far the crown is above the eye line, in eye-to-chin lengths. */
export const crownRise = ({ crownY, eyeY, chinY }: HeadGeometry): number => (eyeY - crownY) / (chinY - eyeY);

function crownFromMatte(
  head: Pick<HeadGeometry, 'centreX' | 'faceLeft' | 'faceRight' | 'eyeY'>,
  matte: Plane,
  image: { width: number; height: number }
): number | null {
  const sx = matte.width / image.width;
  const sy = matte.height / image.height;
  const faceWidth = (head.faceRight - head.faceLeft) * sx;
  const centre = head.centreX * sx;
  const from = Math.max(0, Math.round(centre - 0.3 * faceWidth));
  const to = Math.min(matte.width, Math.round(centre + 0.3 * faceWidth));
  for (let y = 0; y < head.eyeY * sy; y++) {
    let covered = 0;
    for (let x = from; x < to; x++) if (matte.data[y * matte.width + x]! >= 0.5) covered++;
    if (covered > 0.1 * faceWidth) return y / sy;
  }
  return null;
}

/** The same head on a picture scaled by `scale`. */
export function scaleGeometry(geometry: HeadGeometry, scale: number): HeadGeometry {
  const scaled = Object.entries(geometry).map(([name, value]) => [name, (value as number) * scale]);
  return Object.fromEntries(scaled) as unknown as HeadGeometry;
}
