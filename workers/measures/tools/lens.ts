import { toPicture } from '../../face/patch';
import { offsetAt } from '../../image/image';
import { faceBox } from './evidence-boxes';
import type { Outline } from '../measure';
import { oncePerScene, type Scene } from '../scene';
import type { Sitter } from '../sitter';
import { wearsGlasses } from '../worn/glasses';
import { differenceAt, type Difference } from './colour';

/** Where a lens lies about each eye, in the face's axes: half its width and what it reaches above and below the eye. */
const lens = { half: 0.36, top: -0.14, bottom: 0.3 };
/** Of each eye from the middle between them, in inter-eye distances. */
const eyeAside = 0.5;
/** Steps along it. */
const step = 0.012;

/** A place on a lens. */
export interface OnLens {
  /** Byte offset of its pixel. */
  at: number;
  /** Where it is beside its eye, in inter-eye distances. */
  x: number;
  y: number;
  /** How it differs from the sitter's skin. */
  differs: Difference;
}

/** Both lenses, the picture's left one first; null without glasses. */
const lenses = oncePerScene((scene) => {
  const { sitter } = scene;
  if (!sitter || !wearsGlasses(scene)) return null;
  return ([-1, 1] as const).map((side) => placesOn(sitter, side));
});

/** The larger of what `of` says of the places on each lens; null without glasses. */
export function mostOfLenses(scene: Scene, of: (places: readonly OnLens[]) => number): number | null {
  const both = lenses(scene);
  return both && Math.max(...both.map(of));
}

function placesOn({ image, frame, skin }: Sitter, side: -1 | 1): OnLens[] {
  const places: OnLens[] = [];
  for (let y = lens.top; y <= lens.bottom; y += step)
    for (let x = -lens.half; x <= lens.half; x += step) {
      const at = offsetAt(image, toPicture(frame, { x: side * eyeAside + x, y }));
      if (at !== null) places.push({ at, x, y, differs: differenceAt(image, at, skin) });
    }
  return places;
}

/** Both lenses as outlines, in pixels of the picture. */
export function lensBoxes({ sitter }: Scene): Outline[] {
  if (!sitter) return [];
  const { half, top, bottom } = lens;
  return [-eyeAside, eyeAside].map((x) =>
    faceBox(sitter.frame, { left: x - half, right: x + half, top, bottom })
  );
}
