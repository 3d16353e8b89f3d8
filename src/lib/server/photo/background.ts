import type { Colour } from '$workers/standard/colours';

/** Levels a sample may differ from the colour: JPEG at the lowest quality allowed stays well within. */
const tolerance = 16;
/** Of the edge's pixels; the rest leaves room for hair that reaches a side. */
const share = 0.9;

/** Whether the pixels (RGB samples) are flat in one of the colours. */
export function isFlat(pixels: Uint8Array, backgrounds: readonly Colour[]): boolean {
  return backgrounds.some(([red, green, blue]) => {
    let near = 0;
    for (let i = 0; i + 2 < pixels.length; i += 3)
      if (
        Math.abs(pixels[i]! - red) <= tolerance &&
        Math.abs(pixels[i + 1]! - green) <= tolerance &&
        Math.abs(pixels[i + 2]! - blue) <= tolerance
      )
        near++;
    return near >= share * (pixels.length / 3) && near > 0;
  });
}
