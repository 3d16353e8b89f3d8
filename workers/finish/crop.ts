import type { HeadGeometry } from '../face/head-geometry';
import type { HeadMeasure } from '../standard/head-measures';
import type { ResolvedStandard } from '../standard/resolve';
import { CropFit, scaleSteps, type Fit } from './crop-fit';

/** A crop in source pixels after EXIF orientation; may reach over the top and the sides. Roll is 0: never rotated. */
export interface Crop {
  x: number;
  y: number;
  width: number;
  height: number;
  roll: number;
}

export type FramingReason =
  | 'frame.tooClose'
  | 'frame.tooLow'
  | 'frame.tooFar'
  | 'frame.crownCut'
  | 'frame.shouldersCut'
  | 'frame.offCentre';

/** A bound that the best crop misses, and by how many finished pixels (`enlargement`: by which factor). */
export interface MissedBound {
  bound: HeadMeasure | 'frameTop' | 'frameSide' | 'enlargement';
  by: number;
}

export interface CropAnswer {
  /** The best crop there is, also when it misses a bound; null when the geometry makes no sense. */
  crop: Crop | null;
  /** The bound that cannot be met; null when all are. */
  missed: MissedBound | null;
  /** Why it cannot; null when there is none. */
  reason: FramingReason | null;
}

/** Enlarging beyond this shows: the sitter is too far away. */
export const maxEnlargement = 2.2;
/** Share of the crop's width that may lie beyond the frame's side, to be filled with background. */
export const maxSideOverreach = 0.12;
/** A crown this near to the frame's top, in parts of the head's height, is taken as cut. */
const crownCutMargin = 0.02;
/** Room above the crown that stays when a sitter who is too low moves up, in parts of the crown to the eyes. */
const leastRoomAbove = 0.15;
/**
 * Share of half a window that is kept from its bounds where the crop narrows for the shoulders: room for what the
 * finished file measures differently.
 */
const narrowMargin = 0.22;
/** The face may stand this share of the crop's width beside the centre, where that keeps a shoulder whole. */
const maxShift = 0.015;
/** A picture whose background stays is taken whole where that keeps this share of half a window, and the face so near the centre. */
const wholeMargin = 0.1;
const wholeAside = 0.02;

/**
 * The crop of the standard's proportions, centred on the face, that keeps the greatest margin to the nearest bound
 * of the standard's windows. It may reach over the frame's top and sides where flat background continues there, never
 * below its bottom edge, and is never rotated.
 *
 * @param geometry in pixels of the frame
 */
export function solveCrop(
  geometry: HeadGeometry,
  frame: { width: number; height: number },
  standard: ResolvedStandard
): CropAnswer {
  const nothing = { crop: null, missed: null, reason: null };
  if (!(geometry.faceRight > geometry.faceLeft) || !(geometry.eyeY > geometry.crownY)) return nothing;
  const fits = new CropFit(geometry, frame, standard);
  const whole = wholeFrame(fits, geometry, frame, standard);
  if (whole) return { crop: whole, missed: null, reason: null };
  const best = keepShoulders(fits, geometry, frame, standard);
  if (!best) return nothing;
  const crop = place(best, geometry, frame, standard);
  const missed = missedBound(fits, best, crop, geometry, frame);
  return { crop, missed, reason: missed && reasonFor(missed, geometry, crop, frame, standard) };
}

/** The whole picture, where its background stays and nothing has to be cut off; null otherwise. */
function wholeFrame(
  fits: CropFit,
  { centreX, crownY, chinY }: HeadGeometry,
  frame: { width: number; height: number },
  { background, width, height }: ResolvedStandard
): Crop | null {
  const scale = width / frame.width;
  const sameShape = Math.abs(frame.height * scale - height) <= 0.5;
  if (background || !sameShape || scale > maxEnlargement) return null;
  if (Math.abs(centreX / frame.width - 0.5) > wholeAside || crownY <= crownCutMargin * (chinY - crownY))
    return null;
  if (fits.placed(scale, crownY * scale).margin < wholeMargin) return null;
  return { x: 0, y: 0, width: frame.width, height: frame.height, roll: 0 };
}

/**
 * A crop wider than the frame cuts the shoulders at its edges. A larger scale narrows it, as far as every margin
 * stays at `narrowMargin` or what it was.
 */
function keepShoulders(
  fits: CropFit,
  { centreX }: HeadGeometry,
  frame: { width: number; height: number },
  standard: ResolvedStandard
): Fit | null {
  const fit = fits.best();
  const nearestSide = Math.min(centreX, frame.width - centreX);
  if (!fit || nearestSide <= 0) return fit;
  const wanted = standard.width * Math.max((0.5 - maxShift) / nearestSide, 1 / frame.width);
  if (fit.scale >= wanted) return fit;
  let best = fit;
  for (let step = 1; step <= scaleSteps; step++) {
    const wider = fits.at(fit.scale + ((wanted - fit.scale) * step) / scaleSteps);
    if (wider.margin < Math.min(narrowMargin, fit.margin)) break;
    best = wider;
  }
  return best;
}

/** Centred on the face, but for a small step towards the frame where its side would cut a shoulder. */
function place(
  { scale, crown }: Fit,
  geometry: HeadGeometry,
  frame: { width: number },
  standard: ResolvedStandard
): Crop {
  const width = standard.width / scale;
  const height = standard.height / scale;
  const centred = geometry.centreX - width / 2;
  const room = frame.width - width;
  const wanted = Math.max(Math.min(0, room), Math.min(centred, Math.max(0, room)));
  // Where nothing fills what lies beyond the frame, the crop stays inside.
  const most = standard.background ? maxShift * width : Infinity;
  const step = Math.max(-most, Math.min(wanted - centred, most));
  return { x: centred + step, y: geometry.crownY - crown / scale, width, height, roll: 0 };
}

function missedBound(
  fits: CropFit,
  best: Fit,
  crop: Crop,
  geometry: HeadGeometry,
  frame: { width: number }
): MissedBound | null {
  const headHeight = geometry.chinY - geometry.crownY;
  const cut = crownCutMargin * headHeight - geometry.crownY;
  if (cut >= 0) return { bound: 'frameTop', by: cut * best.scale };
  if (best.margin < 0) {
    const { of, by } = fits.missed(best);
    return { bound: of, by };
  }
  if (best.scale > maxEnlargement) return { bound: 'enlargement', by: best.scale / maxEnlargement };
  const overreach = overreachOf(crop, frame) - maxSideOverreach * crop.width;
  return overreach > 0 ? { bound: 'frameSide', by: overreach * best.scale } : null;
}

function reasonFor(
  { bound }: MissedBound,
  head: HeadGeometry,
  crop: Crop,
  frame: { width: number; height: number },
  standard: ResolvedStandard
): FramingReason {
  if (bound === 'frameTop') return 'frame.crownCut';
  if (bound === 'enlargement') return 'frame.tooFar';
  if (bound === 'frameSide') {
    const narrow = Math.min(-crop.x, crop.x + crop.width - frame.width) > 0;
    return narrow ? 'frame.shouldersCut' : 'frame.offCentre';
  }
  // A window that no room in the world would meet: the crown is not where a crown is.
  const inHeight = (given: HeadGeometry, height: number) =>
    new CropFit(given, { ...frame, height }, standard).best();
  if (!meets(inHeight(head, Infinity))) return 'frame.crownCut';
  // Room below is what is missing: is there some above to make up for it?
  const up = Math.max(0, head.crownY - leastRoomAbove * (head.eyeY - head.crownY));
  const raised = { ...head, crownY: head.crownY - up, eyeY: head.eyeY - up, chinY: head.chinY - up };
  return meets(inHeight(raised, frame.height)) ? 'frame.tooLow' : 'frame.tooClose';
}

const meets = (fit: Fit | null) => fit !== null && fit.margin >= 0;

/** How far a crop reaches beyond the frame's nearer side. */
const overreachOf = (crop: Crop, frame: { width: number }) =>
  Math.max(-crop.x, crop.x + crop.width - frame.width);
