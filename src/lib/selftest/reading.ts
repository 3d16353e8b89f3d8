import type { Crop, FinishAnswer, FinishOptions, HeadGeometry } from '../../../workers/protocol';
import { resolveStandard } from '../../../workers/standard/resolve';
import type { Reading } from './sweep';

/** Pixels of the drawn pictures: those of a common phone camera's preview. */
export const frame = { width: 720, height: 960 };

/** How the image core is asked about a drawn picture. */
export const question = (force: boolean): FinishOptions => ({
  kind: 'still',
  standard: resolveStandard(),
  matte: 'fast',
  force,
  emit: { alpha: false, overlay: false }
});

type Answer = Pick<FinishAnswer, 'faces' | 'report' | 'geometry' | 'crop'> & {
  photo: { width: number } | null;
};

/** What the image core measured on a picture `height` pixels high. */
export function readingOf({ faces, report, geometry, crop, photo }: Answer, height: number): Reading {
  return {
    faces,
    values: Object.fromEntries(report.findings.map(({ id, value }) => [id, value])),
    verdicts: Object.fromEntries(report.findings.map(({ id, verdict }) => [id, verdict])),
    geometry: geometry && crop && photo && onSource(geometry, crop, photo.width),
    height
  };
}

/** Head measures of the finished photo, taken back to the picture it was cropped from. */
function onSource(geometry: HeadGeometry, crop: Crop, width: number): HeadGeometry {
  const scale = crop.width / width;
  const x = (v: number): number => crop.x + v * scale;
  const y = (v: number): number => crop.y + v * scale;
  return {
    crownY: y(geometry.crownY),
    eyeY: y(geometry.eyeY),
    chinY: y(geometry.chinY),
    faceLeft: x(geometry.faceLeft),
    faceRight: x(geometry.faceRight),
    centreX: x(geometry.centreX),
    eyeDistance: geometry.eyeDistance * scale
  };
}
