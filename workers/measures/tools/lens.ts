import { faceFrame, toPicture, type FaceFrame } from '../../face/patch';
import { offsetAt, type RgbaImage } from '../../image/image';
import { faceBox } from './around';
import type { MeasureInput, Outline } from '../measure';
import { glassesPresent } from '../worn/glasses';
import { skinColour, type Skin } from './skin';

/** Where a lens lies about each eye, in the face's axes: half its width and what it reaches above and below the eye. */
const lens = { half: 0.36, top: -0.14, bottom: 0.3 };
/** Steps along it. */
const step = 0.012;

/** Calls `visit` with the byte offset of places all over one lens, and where they are beside its eye. */
export function eachOnLens(
  image: RgbaImage,
  frame: FaceFrame,
  side: -1 | 1,
  visit: (at: number, x: number, y: number) => void
): void {
  for (let y = lens.top; y <= lens.bottom; y += step)
    for (let x = -lens.half; x <= lens.half; x += step) {
      const at = offsetAt(image, toPicture(frame, { x: side * 0.5 + x, y }));
      if (at !== null) visit(at, x, y);
    }
}

/** What the lenses of a sitter with glasses are held against; null without glasses. */
export function wornLenses(input: MeasureInput): { frame: FaceFrame; skin: Skin } | null {
  const [face] = input.faces;
  if (!face || (glassesPresent.value(input) ?? 0) < 0.5) return null;
  const frame = faceFrame(face);
  return { frame, skin: skinColour(input.image, frame) };
}

/** Both lenses as outlines on the picture. */
export function lensBoxes({ faces: [face] }: MeasureInput): Outline[] {
  if (!face) return [];
  const frame = faceFrame(face);
  const { half, top, bottom } = lens;
  return [-0.5, 0.5].map((x) => faceBox(frame, { left: x - half, right: x + half, top, bottom }));
}
