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
  const [red, green, blue] = colour.map((level, c) => ratio(data[at + c]!, level)) as [
    number,
    number,
    number
  ];
  const across = blueInChroma * (blue - green);
  return {
    chroma: Math.sqrt((red - green) ** 2 + across ** 2),
    light: inLight.red * red + inLight.green * green + inLight.blue * blue
  };
}

/** Log ratio of two levels. */
const ratio = (level: number, other: number) => Math.log(Math.max(level, noise) / Math.max(other, noise));
