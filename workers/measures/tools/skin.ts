import type { RgbaImage } from '../../image/image';
import { luma } from '../../image/luminance';
import type { Point } from '../../image/point';
import { medianColour } from '../../image/statistics';
import { toPicture, type FaceFrame } from '../../face/patch';
import { isLike, type Colour, type Difference, type Likeness } from './colour';

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

/** Luma of the darkest skin that gloss is held against: on darker skin it is as bright. */
const darkestWhite = 96;

/** Luma of the skin, of very dark skin a floor: gloss does not darken with it. */
export const skinWhite = (skin: Skin) => Math.max(darkestWhite, luma(...skin));

/**
 * What counts as the sitter's skin, place by place, since each has its own light. All chosen by hand: `eyes` on the drawn
 * sitter; the models of `weights.ts` were fitted with `ear`, `lobe` and `neck` and hold for these alone.
 */
const likeness = {
  /** Beside the face, in its shade; no bound for light, since ears shine. */
  ear: { chroma: 0.25, darkest: -0.7, lightest: Infinity },
  /** Behind an earring: the shade under the ear is skin, what shines is not. */
  lobe: { chroma: 0.25, darkest: -1.2, lightest: 0.3 },
  /** Below the chin, in its shade; what shines is not. */
  neck: { chroma: 0.25, darkest: -0.9, lightest: 0.2 },
  /** Above brows and below eyes: redder or paler than the cheeks, but lit, unlike hair. */
  eyes: { chroma: 0.35, darkest: -0.55, lightest: Infinity }
} as const satisfies Record<string, Likeness>;

/** Whether a place beside the face shows the skin of an ear, by how it differs from the sitter's skin. */
export const isEarSkin = (differs: Difference) => isLike(differs, likeness.ear);
/** Whether a place at a lobe shows skin rather than an earring or hair. */
export const isLobeSkin = (differs: Difference) => isLike(differs, likeness.lobe);
/** Whether a place at the neck shows skin rather than cloth, hair or a chain. */
export const isNeckSkin = (differs: Difference) => isLike(differs, likeness.neck);
/** Whether a place about brow and eye shows skin rather than hair. */
export const isSkinAboutEyes = (differs: Difference) => isLike(differs, likeness.eyes);
