import type { FaceFrame } from '../../face/patch';
import { toPicture } from '../../face/patch';
import type { RgbaImage } from '../../image/image';
import { box } from '../cells';
import type { Outline } from '../measure';

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
      const at = toPicture(frame, { x: side * 0.5 + x, y });
      if (at.x < 0 || at.y < 0 || at.x >= image.width || at.y >= image.height) continue;
      visit((Math.floor(at.y) * image.width + Math.floor(at.x)) * 4, x, y);
    }
}

/** Both lenses as outlines on the picture. */
export function lensBoxes(frame: FaceFrame): Outline[] {
  return ([-1, 1] as const).map((side) => {
    const from = toPicture(frame, { x: side * 0.5 - lens.half, y: lens.top });
    const to = toPicture(frame, { x: side * 0.5 + lens.half, y: lens.bottom });
    return box(from.x, from.y, to.x, to.y);
  });
}
