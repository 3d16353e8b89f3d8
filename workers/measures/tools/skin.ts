import type { RgbaImage } from '../../image/image';
import type { Point } from '../../image/point';
import { medianColour } from '../../image/statistics';
import { toPicture, type FaceFrame } from '../../face/patch';
import type { Colour } from './colour';

/** Where skin is looked at: both cheeks, beside the mouth, the ridge of the nose; in the face's axes. */
const places = [
  { x: -0.45, y: 0.62 },
  { x: 0.45, y: 0.62 },
  { x: -0.3, y: 0.75 },
  { x: 0.3, y: 0.75 },
  { x: 0, y: 0.35 }
];
/** Half side of the square that is looked at about each place, and the steps along it, in inter-eye distances. */
const reach = 0.1;
const step = 0.02;

export type Skin = Colour;

/** The sitter's skin as sRGB levels: the median of each channel over cheeks and nose, beards and glare apart. */
export const skinColour = (image: RgbaImage, frame: FaceFrame): Skin => placesColour(image, frame, places);

/** Median of each channel over squares about some places of the face. */
function placesColour(image: RgbaImage, frame: FaceFrame, where: readonly Point[]): [number, number, number] {
  const offsets: number[] = [];
  for (const place of where)
    for (let y = -reach; y <= reach; y += step)
      for (let x = -reach; x <= reach; x += step) {
        const at = toPicture(frame, { x: place.x + x, y: place.y + y });
        const column = Math.max(0, Math.min(image.width - 1, Math.floor(at.x)));
        const row = Math.max(0, Math.min(image.height - 1, Math.floor(at.y)));
        offsets.push((row * image.width + column) * 4);
      }
  return medianColour(image, offsets);
}
