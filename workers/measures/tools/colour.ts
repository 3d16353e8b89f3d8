import type { RgbaImage } from '../../image/image';

/** sRGB levels. */
export type Colour = readonly [red: number, green: number, blue: number];

/** How far a pixel is from a colour: in chroma, and in lightness (log; negative: darker). */
export interface Difference {
  chroma: number;
  light: number;
}

/** Weights of the blue to green ratio in chroma, and of each channel in lightness. */
const blueInChroma = 0.6;
const inLight = { red: 0.3, green: 0.6, blue: 0.1 };
/** Level of 255 below which noise decides: less counts as this. */
const noise = 8;

/** How far the pixel at byte `at` is from a colour. */
export function differenceAt({ data }: Pick<RgbaImage, 'data'>, at: number, colour: Colour): Difference {
  return differenceOf([data[at]!, data[at + 1]!, data[at + 2]!], colour);
}

export function differenceOf(seen: Colour, colour: Colour): Difference {
  const red = ratio(seen[0], colour[0]);
  const green = ratio(seen[1], colour[1]);
  const blue = ratio(seen[2], colour[2]);
  return {
    chroma: Math.hypot(red - green, blueInChroma * (blue - green)),
    light: inLight.red * red + inLight.green * green + inLight.blue * blue
  };
}

/** Log ratio of two levels. */
const ratio = (level: number, other: number) => Math.log(Math.max(level, noise) / Math.max(other, noise));

/** What still counts as a colour: less chroma than `chroma`, and lightness between the two, all exclusive. */
export interface Likeness {
  chroma: number;
  darkest: number;
  lightest: number;
}

export const isLike = ({ chroma, light }: Difference, likeness: Likeness) =>
  chroma < likeness.chroma && light > likeness.darkest && light < likeness.lightest;
