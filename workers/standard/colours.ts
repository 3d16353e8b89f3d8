/** sRGB levels 0…255. */
export type Colour = readonly [number, number, number];

/** A flat background: one of the named colours, or `#rrggbb`. */
export type Background = string;

/**
 * Backgrounds by name. The first three: 教毕指[2017]99号, on equal footing. Red and blue: the usual studio colours
 * where a notice names the colour without its levels.
 */
export const namedColours: Readonly<Record<string, Colour>> = {
  'light-blue': [100, 197, 255],
  white: [255, 255, 255],
  'light-grey': [240, 240, 240],
  blue: [67, 142, 219],
  red: [217, 30, 6]
};

/** The colour of a background, or undefined when it is neither a name nor `#rrggbb`. */
export function colourOf(background: Background): Colour | undefined {
  if (Object.hasOwn(namedColours, background)) return namedColours[background];
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background);
  return hex ? [level(hex[1]!), level(hex[2]!), level(hex[3]!)] : undefined;
}

const level = (digits: string) => parseInt(digits, 16);
