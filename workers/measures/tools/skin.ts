import type { RgbaImage } from '../../image/image';
import type { Point } from '../../image/point';
import { medianColour } from '../../image/statistics';
import { toPicture, type FaceFrame } from '../../face/patch';

/** Where skin is looked at: both cheeks, beside the mouth, the ridge of the nose; in the face's axes. */
const places = [
  { x: -0.45, y: 0.62 },
  { x: 0.45, y: 0.62 },
  { x: -0.3, y: 0.75 },
  { x: 0.3, y: 0.75 },
  { x: 0, y: 0.35 }
];
const reach = 0.1;
const step = 0.02;

/** The sitter's skin as sRGB levels: the median of each channel over cheeks and nose, beards and glare apart. */
export const skinColour = (image: RgbaImage, frame: FaceFrame) => placesColour(image, frame, places);

/** Median of each channel over squares about some places of the face. */
export function placesColour(
  image: RgbaImage,
  frame: FaceFrame,
  where: readonly Point[]
): [number, number, number] {
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

/** sRGB levels. */
export type Skin = readonly [red: number, green: number, blue: number];

/** Luma of the skin, of very dark skin a floor: gloss does not darken with it. */
export const skinWhite = ([red, green, blue]: Skin) =>
  Math.max(96, 0.299 * red + 0.587 * green + 0.114 * blue);

/** How far the pixel at byte `at` is from a skin colour: in chroma, and in lightness (log; negative: darker). */
export function fromSkin({ data }: RgbaImage, at: number, skin: Skin): { chroma: number; light: number } {
  const red = ratio(data[at]!, skin[0]);
  const green = ratio(data[at + 1]!, skin[1]);
  const blue = ratio(data[at + 2]!, skin[2]);
  return {
    chroma: Math.hypot(red - green, 0.6 * (blue - green)),
    light: 0.3 * red + 0.6 * green + 0.1 * blue
  };
}

/** Log ratio of two levels; below 8 of 255 noise decides, so it counts as 8. */
const ratio = (level: number, other: number) => Math.log(Math.max(level, 8) / Math.max(other, 8));
