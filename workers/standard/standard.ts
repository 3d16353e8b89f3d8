import type { Background } from '../protocol';
import type { LocalText } from './local-text';

/** sRGB levels 0…255. */
export type Colour = readonly [number, number, number];

export interface Range {
  min: number;
  max: number;
}

/**
 * What a finished photo must be, as data. Windows are in finished pixels, bytes in bytes
 * (1 KB = 1024 bytes). A unit brings its own by adding an entry; no code changes.
 */
export interface PhotoStandard {
  id: string;
  name: LocalText;
  /** Where the numbers come from, and the date they were taken over. */
  source: string;
  date: string;
  width: number;
  height: number;
  /** dpi written in the JFIF header. */
  density: number;
  bytes: Range;
  /** Lowest encoder quality allowed. */
  minQuality: number;
  /** Distance of the top of the hair from the top edge. */
  crown: Range;
  /** Distance of the eye line from the top edge. */
  eyeLine: Range;
  /** Cheek to cheek. */
  faceWidth: Range;
  /** First is the default. */
  backgrounds: Background[];
}

/** Flat background colours, sRGB. Source: 教毕指[2017]99号 and units' notices. */
export const backgroundColours: Record<Background, Colour> = {
  'light-blue': [100, 197, 255],
  white: [255, 255, 255],
  'light-grey': [240, 240, 240]
};
