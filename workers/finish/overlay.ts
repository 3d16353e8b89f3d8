import type { RgbaImage } from '../image/image';
import type { HeadGeometry } from '../protocol';
import type { PhotoStandard, Range } from '../standard/standard';

type Colour = readonly [number, number, number];
const windowColour: Colour = [0, 120, 60];
const lineColour: Colour = [220, 30, 60];

/** A copy of the finished photo with the standard's windows shaded and the measured lines drawn. */
export function drawOverlay(photo: RgbaImage, geometry: HeadGeometry, standard: PhotoStandard): RgbaImage {
  const copy = { width: photo.width, height: photo.height, data: photo.data.slice() };
  band(copy, standard.crown);
  band(copy, standard.eyeLine);
  for (const y of [geometry.crownY, geometry.eyeY, geometry.chinY])
    paint(copy, 0, Math.round(y), photo.width, 1, lineColour, 1);
  for (const x of [geometry.faceLeft, geometry.faceRight])
    paint(copy, Math.round(x), 0, 1, photo.height, lineColour, 1);
  return copy;
}

function band(image: RgbaImage, { min, max }: Range): void {
  paint(image, 0, min, image.width, max - min, windowColour, 0.2);
}

function paint(
  { width, height, data }: RgbaImage,
  left: number,
  top: number,
  w: number,
  h: number,
  colour: Colour,
  strength: number
): void {
  for (let y = Math.max(0, top); y < Math.min(height, top + h); y++)
    for (let x = Math.max(0, left); x < Math.min(width, left + w); x++)
      for (let c = 0; c < 3; c++) {
        const at = (y * width + x) * 4 + c;
        data[at] = data[at]! + strength * (colour[c]! - data[at]!);
      }
}
