import type { PictureType } from '../image/sniff';
import type { Background } from './colours';
import type { HeadMeasure } from './head-measures';
import type { LocalText } from './local-text';

/** Longest side of a finished photo, in pixels, where a standard sets no bound. */
export const longestSide = 4000;
/** Highest density, in dpi, where a standard sets no bound. */
export const highestDensity = 1200;

/** Both bounds, inclusive. */
export interface Range {
  min: number;
  max: number;
}

/** Either bound may be absent. */
export type Bounds = Partial<Range>;

/** Exactly this many, or any number within bounds. */
export type Extent = number | Bounds;

/** Where a part of the head must lie, or how large it must be, on the finished photo. */
export interface HeadWindow extends Bounds {
  of: HeadMeasure;
  /** Finished pixels, a share of the photo's width or height, or millimetres of the print. */
  unit: 'px' | 'share' | 'mm';
  /** Message keys of what to do about too little and too much; the measure's own where left out. */
  low?: string;
  high?: string;
}

/** `asWorn`: who usually wears them keeps them on. */
export type GlassesPolicy = 'asWorn' | 'allowed' | 'forbidden';
/** `exempt`: allowed for religion, medicine or culture where the face is free. */
export type HeadwearPolicy = 'none' | 'exempt';

/** How far the numbers can be relied on: the issuing body itself, several others that agree, or one other. */
export type Trust = 'A' | 'B' | 'C';

/**
 * What a finished photo must be, as data to the end: nothing else decides sizes, windows, colours or policies. A unit
 * brings its own in its campaign's settings; no code changes. `resolveStandard` is its only reader.
 */
export interface PhotoStandard {
  id: string;
  name: LocalText;
  /** Who issues it. */
  issuer: string;
  /** The document or notices that the numbers are from. */
  source: string;
  /** Of the source, or of its reading where it bears none: year, month or day, ISO 8601. */
  date: string;
  trust: Trust;
  /** Where sources disagree (the stricter value is taken), and what it leaves out. */
  note?: string;
  /** Pixels. */
  width: Extent;
  height: Extent;
  /** Width over height, where width and height are not exact. */
  aspect?: number;
  /** Size of the print in millimetres, for windows in mm. */
  print?: { width: number; height: number };
  /** dpi in the JFIF header. */
  density: Extent;
  /** Size of the finished file; 1 KB = 1024 bytes. */
  bytes?: Bounds;
  /** Lowest encoder quality allowed. */
  minQuality: number;
  windows: readonly HeadWindow[];
  /** The first is the default. `asIs`: the picture's own background stays. */
  backgrounds: readonly Background[] | 'asIs';
  /** Whether the background may be replaced; where not, it stays as it is. */
  mayReplaceBackground: boolean;
  glasses: GlassesPolicy;
  headwear: HeadwearPolicy;
  /** Oldest age of the picture. */
  maxAgeMonths?: number;
  /** Largest turn of the head in degrees, either way; the rules' own where left out. */
  angles?: { yaw?: number; pitch?: number; roll?: number };
  /** What a picture file that a student brings must be. */
  upload?: UploadLimits;
}

/** Sizes in pixels after orientation, bytes, and width over height. */
export interface UploadLimits {
  types?: readonly PictureType[];
  width?: Bounds;
  height?: Bounds;
  bytes?: Bounds;
  aspect?: Bounds;
  /** The background that the file should have already. */
  background?: Background;
}
