import { findStandard, standards } from './catalogue';
import { colourOf, type Background, type Colour } from './colours';
import { headMeasures, type HeadMeasure } from './head-measures';
import type { LocalText } from './local-text';
import { highestDensity, longestSide } from './standard';
import type {
  Bounds,
  Extent,
  GlassesPolicy,
  HeadWindow,
  HeadwearPolicy,
  PhotoStandard,
  Range,
  UploadLimits
} from './standard';

/** What a campaign says of its photo. */
export interface PhotoChoice {
  /** Id from the catalogue, or a whole standard of the unit's own. */
  standard: string | PhotoStandard;
  /** One of the standard's backgrounds; its first where left out. */
  background?: Background;
  /** Size of the finished file, instead of the standard's own window. */
  bytes?: Bounds;
}

/** A window in finished pixels. */
export interface PixelWindow extends Bounds {
  of: HeadMeasure;
  low: string;
  high: string;
}

/** A standard with every choice made, as the whole product reads it; plain data. */
export interface ResolvedStandard {
  id: string;
  name: LocalText;
  /** Pixels of the photo that is made. */
  width: number;
  height: number;
  /** dpi of the photo that is made. */
  density: number;
  bytes: Bounds;
  minQuality: number;
  /** What the finished photo is judged by. */
  windows: readonly PixelWindow[];
  /** What the crop is placed by: the windows, and usual ones where they say nothing of the head's place or size. */
  aims: readonly PixelWindow[];
  /** The flat background that the photo gets; null where its own stays. */
  background: { name: Background; colour: Colour } | null;
  glasses: GlassesPolicy;
  headwear: HeadwearPolicy;
  maxAgeMonths: number | null;
  angles: { yaw?: number; pitch?: number; roll?: number };
  upload: UploadLimits;
  /** What is taken in, where more than what is made is allowed. */
  accepts: { width: Range; height: Range; density: Range; backgrounds: readonly Colour[] | null };
}

/** A choice that cannot be resolved: `standard.unknown`, or `standard.invalid` with what is wrong. */
export class StandardError extends Error {
  constructor(
    readonly code: 'standard.unknown' | 'standard.invalid',
    message: string,
    /** The part of the choice that is wrong. */
    readonly part: keyof PhotoChoice = 'standard'
  ) {
    super(message);
    this.name = 'StandardError';
  }
}

/** Where the head lies in a photo whose standard does not say: shares of its height and width. */
const usualCrown: Range = { min: 0.05, max: 0.17 };
const usualFaceWidth: Range = { min: 0.36, max: 0.58 };
/** The face takes its share of a photo of this aspect: of a wider one, of its middle. */
const usualAspect = 0.75;
/** Of several sizes, the photo made is this wide where they allow it: enough for a print at 300 dpi. */
const usualWidth = 480;
const usualDensity = 300;

/**
 * The standard of a choice (the catalogue's first where nothing is chosen), with every default filled in and every length in finished pixels. The only reader of
 * `PhotoStandard`.
 *
 * @throws StandardError `standard.unknown` for an id that is not in the catalogue; `standard.invalid` for a standard or
 * a choice that contradicts itself
 */
export function resolveStandard(choice: PhotoChoice = { standard: standards[0]!.id }): ResolvedStandard {
  const standard = typeof choice.standard === 'string' ? findStandard(choice.standard) : choice.standard;
  if (!standard)
    throw new StandardError(
      'standard.unknown',
      `there is no standard “${choice.standard as string}”; there are ${standards.map(({ id }) => id).join(', ')}`
    );
  const size = sizeOf(standard);
  const windows = standard.windows.map((window) => inPixels(window, size, standard));
  const bytes = choice.bytes ?? standard.bytes ?? {};
  requireOrder(bytes, standard.id, choice.bytes && 'bytes');
  requireAllowed(standard, choice.background);
  const replaced = standard.mayReplaceBackground && standard.backgrounds !== 'asIs';
  return {
    id: standard.id,
    name: standard.name,
    ...size,
    density: nearest(usualDensity, rangeOf(standard.density, highestDensity)),
    bytes,
    minQuality: standard.minQuality,
    windows,
    aims: [...windows, ...missingAims(windows, size)],
    background: replaced ? backgroundOf(standard, choice.background) : null,
    glasses: standard.glasses,
    headwear: standard.headwear,
    maxAgeMonths: standard.maxAgeMonths ?? null,
    angles: standard.angles ?? {},
    upload: standard.upload ?? {},
    accepts: {
      width: rangeOf(standard.width, longestSide),
      height: rangeOf(standard.height, longestSide),
      density: rangeOf(standard.density, highestDensity),
      backgrounds: replaced ? acceptedColours(standard, choice.background) : null
    }
  };
}

function sizeOf({ id, width, height, aspect }: PhotoStandard): { width: number; height: number } {
  if (typeof width === 'number' && typeof height === 'number') return { width, height };
  const across = rangeOf(width, longestSide);
  const down = rangeOf(height, longestSide);
  if (!aspect) throw invalid(id, 'has more than one size and needs an aspect');
  const wide = Math.max(
    across.min,
    Math.ceil(down.min * aspect),
    Math.min(usualWidth, across.max, Math.floor(down.max * aspect))
  );
  const high = Math.round(wide / aspect);
  if (wide > across.max || high > down.max) throw invalid(id, 'has no size of its aspect');
  return { width: wide, height: high };
}

function inPixels(
  { of, unit, min, max, low, high }: HeadWindow,
  size: { width: number; height: number },
  { id, print }: PhotoStandard
): PixelWindow {
  const kind = headMeasures[of];
  if (min === undefined && max === undefined) throw invalid(id, `the window of ${of} bounds nothing`);
  requireOrder({ min, max }, `${id}: ${of}`);
  if (unit === 'mm' && !print) throw invalid(id, `the window of ${of} is in mm, and no print is given`);
  const scale = unit === 'px' ? 1 : unit === 'share' ? size[kind.along] : size.width / print!.width;
  return {
    of,
    ...(min !== undefined && { min: min * scale }),
    ...(max !== undefined && { max: max * scale }),
    low: low ?? kind.low,
    high: high ?? kind.high
  };
}

/** A crop needs something to place the head by, and something to size it by. */
function missingAims(
  windows: readonly PixelWindow[],
  { width, height }: { width: number; height: number }
): PixelWindow[] {
  const usual = (of: HeadMeasure, { min, max }: Range, scale: number): PixelWindow => {
    const { low, high } = headMeasures[of];
    return { of, min: min * scale, max: max * scale, low, high };
  };
  const both = windows.filter(({ min, max }) => min !== undefined && max !== undefined);
  const placed = both.some(({ of }) => headMeasures[of].shift !== 0);
  const sized = both.some(({ of }) => headMeasures[of].shift === 0);
  return [
    ...(placed ? [] : [usual('crown', usualCrown, height)]),
    ...(sized ? [] : [usual('faceWidth', usualFaceWidth, Math.min(width, usualAspect * height))])
  ];
}

function requireAllowed({ id, backgrounds }: PhotoStandard, wanted?: Background): void {
  if (wanted === undefined || (backgrounds !== 'asIs' && backgrounds.includes(wanted))) return;
  const allowed = backgrounds === 'asIs' ? 'the picture’s own' : backgrounds.join(', ');
  throw invalid(id, `does not allow ${wanted}; it allows ${allowed}`, 'background');
}

function backgroundOf({ id, backgrounds }: PhotoStandard, wanted?: Background) {
  const [first] = backgrounds;
  const name = wanted ?? first;
  if (!name) throw invalid(id, 'no background is given');
  const colour = colourOf(name);
  if (!colour) throw invalid(id, `${name} is no colour`);
  return { name, colour };
}

function acceptedColours({ id, backgrounds }: PhotoStandard, wanted?: Background): Colour[] {
  const names = wanted ? [wanted] : (backgrounds as readonly Background[]);
  return names.map((name) => {
    const colour = colourOf(name);
    if (!colour) throw invalid(id, `${name} is no colour`);
    return colour;
  });
}

function requireOrder(
  { min = -Infinity, max = Infinity }: Bounds,
  what: string,
  part?: keyof PhotoChoice
): void {
  if (!(min < max)) throw invalid(what, 'min must be less than max', part);
}

const invalid = (id: string, why: string, part?: keyof PhotoChoice) =>
  new StandardError('standard.invalid', `“${id}” ${why}`, part);
function rangeOf(extent: Extent, most: number): Range {
  if (typeof extent === 'number') return { min: extent, max: extent };
  const { min = 1, max = most } = extent;
  return { min, max };
}
const nearest = (wanted: number, { min, max }: Range) => Math.min(max, Math.max(min, wanted));
