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

/** As `differenceAt` for many pixels and one colour: the logs are taken once a level. */
export function differencesFrom(
  { data }: Pick<RgbaImage, 'data'>,
  colour: Colour
): (at: number) => Difference {
  const [reds, greens, blues] = colour.map((other) =>
    Float64Array.from({ length: 256 }, (_, level) => ratio(level, other))
  ) as [Float64Array, Float64Array, Float64Array];
  return (at) => between(reds[data[at]!]!, greens[data[at + 1]!]!, blues[data[at + 2]!]!);
}

/** How far the pixel at byte `at` is from a colour. */
export function differenceAt({ data }: Pick<RgbaImage, 'data'>, at: number, colour: Colour): Difference {
  return differenceOf([data[at]!, data[at + 1]!, data[at + 2]!], colour);
}

export function differenceOf(seen: Colour, colour: Colour): Difference {
  return between(ratio(seen[0], colour[0]), ratio(seen[1], colour[1]), ratio(seen[2], colour[2]));
}

/** Of the log ratios of the channels. */
function between(red: number, green: number, blue: number): Difference {
  const across = blueInChroma * (blue - green);
  return {
    chroma: Math.sqrt((red - green) ** 2 + across ** 2),
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
