import type { Page } from 'playwright';
import { encodeJpeg } from '../../e2e/studio/jpeg';
import type { Sitter } from '../../e2e/studio/sitter';
import type { Crop, FinishOptions, HeadGeometry } from '../../workers/protocol';
import type { Reading } from './sweep';

const options: FinishOptions = {
  kind: 'still',
  standard: 'chsi-99',
  background: 'light-blue',
  matte: 'fast',
  force: false,
  emit: { alpha: false, overlay: false }
};

/** Feeds a drawn picture to the image core in the page and answers what it measured. */
export async function ask(page: Page, { image }: Sitter, force: boolean): Promise<Reading> {
  const buffer = await encodeJpeg(image, 95);
  await page.setInputFiles('input[type=file]', { name: 'sitter.jpg', mimeType: 'image/jpeg', buffer });
  const answer = await page.evaluate((given) => window.gradframe!.photo(given), { ...options, force });
  if (!answer.ok) throw new Error(`the image core answered ${answer.code}`);
  const { faces, report, geometry, crop, photo } = answer.value;
  return {
    faces,
    values: Object.fromEntries(report.findings.map(({ id, value }) => [id, value])),
    verdicts: Object.fromEntries(report.findings.map(({ id, verdict }) => [id, verdict])),
    geometry: geometry && crop && photo && onSource(geometry, crop, photo.width),
    height: image.height
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
    centreX: x(geometry.centreX)
  };
}
