import type { Crop, HeadGeometry } from '../protocol';
import type { PhotoStandard, Range } from '../standard/standard';

export type FramingReason =
  | 'frame.tooClose'
  | 'frame.tooLow'
  | 'frame.tooFar'
  | 'frame.crownCut'
  | 'frame.shouldersCut'
  | 'frame.offCentre';

/** A bound that the best crop misses, and by how many finished pixels (`enlargement`: by which factor). */
export interface MissedBound {
  bound: 'crown' | 'eyeLine' | 'faceWidth' | 'frameTop' | 'frameSide' | 'enlargement';
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
const maxEnlargement = 2.2;
/** Share of the crop's width that may lie beyond the frame's side, to be filled with background. */
const maxSideOverreach = 0.12;
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
/** Scales tried, from too small to too large. */
const scaleSteps = 240;

/**
 * The crop of the standard's proportions, centred on the face, that keeps the greatest margin to the nearest bound
 * of the crown, eye line and face width windows. It may reach over the frame's top and sides, where flat background
 * continues, never below its bottom edge, and is never rotated.
 *
 * @param geometry in pixels of the frame
 */
export function solveCrop(
  geometry: HeadGeometry,
  frame: { width: number; height: number },
  standard: PhotoStandard
): CropAnswer {
  const faceWidth = geometry.faceRight - geometry.faceLeft;
  const eyesBelowCrown = geometry.eyeY - geometry.crownY;
  if (!(faceWidth > 0) || !(eyesBelowCrown > 0)) return { crop: null, missed: null, reason: null };
  const head = { ...geometry, faceWidth, eyesBelowCrown };
  const best = keepShoulders(search(head, frame.height, standard), head, frame, standard);
  const crop = best && place(best, geometry, frame, standard);
  const missed = best && crop && missedBound(best, crop, geometry, frame, standard);
  return { crop, missed, reason: missed && reasonFor(missed, head, crop, frame, standard) };
}

interface Head {
  faceWidth: number;
  eyesBelowCrown: number;
  crownY: number;
  centreX: number;
}

interface Fit {
  /** Finished pixels per source pixel. */
  scale: number;
  /** Crown below the top edge, in finished pixels. */
  crown: number;
  /** Smallest margin to a bound, as a share of half its window; negative when one is missed. */
  margin: number;
}

/**
 * A crop wider than the frame cuts the shoulders at its edges. A larger scale narrows it, as far as every margin
 * stays at `narrowMargin` or what it was.
 */
function keepShoulders(
  fit: Fit | null,
  head: Head,
  frame: { width: number; height: number },
  standard: PhotoStandard
): Fit | null {
  const nearestSide = Math.min(head.centreX, frame.width - head.centreX);
  if (!fit || nearestSide <= 0) return fit;
  const wanted = standard.width * Math.max((0.5 - maxShift) / nearestSide, 1 / frame.width);
  if (fit.scale >= wanted) return fit;
  let best = fit;
  for (let step = 1; step <= scaleSteps; step++) {
    const scale = fit.scale + ((wanted - fit.scale) * step) / scaleSteps;
    const wider = fitAt(scale, head, frame.height, standard);
    if (wider.margin < Math.min(narrowMargin, fit.margin)) break;
    best = wider;
  }
  return best;
}

function search(head: Head, frameHeight: number, standard: PhotoStandard): Fit | null {
  // A little beyond the window on both sides, so that a head that fits no crop still gets the nearest one.
  const smallest = (0.7 * standard.faceWidth.min) / head.faceWidth;
  const largest = (1.4 * standard.faceWidth.max) / head.faceWidth;
  const ratio = (largest / smallest) ** (1 / scaleSteps);
  let best: Fit | null = null;
  for (let scale = smallest; scale <= largest; scale *= ratio) {
    const fit = fitAt(scale, head, frameHeight, standard);
    if (!best || fit.margin > best.margin) best = fit;
  }
  return best;
}

/** The best crown at a scale. */
function fitAt(scale: number, head: Head, frameHeight: number, standard: PhotoStandard): Fit {
  const eyesBelow = scale * head.eyesBelowCrown;
  // Both windows' margins are tents over the crown's place; their minimum is greatest where they meet.
  const [crownHalf, eyeHalf] = [half(standard.crown), half(standard.eyeLine)];
  const byEyes = middle(standard.eyeLine) - eyesBelow;
  const wanted = (middle(standard.crown) * eyeHalf + byEyes * crownHalf) / (crownHalf + eyeHalf);
  // No lower than the frame's bottom edge allows.
  const crown = Math.max(wanted, standard.height - (frameHeight - head.crownY) * scale);
  const margin = Math.min(
    marginOf(crown, standard.crown),
    marginOf(crown + eyesBelow, standard.eyeLine),
    marginOf(scale * head.faceWidth, standard.faceWidth)
  );
  return { scale, crown, margin };
}

/** 1 in the middle of the window, 0 on its bounds, negative outside. */
function marginOf(value: number, { min, max }: Range): number {
  return Math.min(value - min, max - value) / half({ min, max });
}

const half = ({ min, max }: Range) => (max - min) / 2;
const middle = ({ min, max }: Range) => (min + max) / 2;

/** Centred on the face, but for a small step towards the frame where its side would cut a shoulder. */
function place(
  { scale, crown }: Fit,
  geometry: HeadGeometry,
  frame: { width: number },
  standard: PhotoStandard
): Crop {
  const width = standard.width / scale;
  const height = standard.height / scale;
  const centred = geometry.centreX - width / 2;
  const room = frame.width - width;
  const wanted = Math.max(Math.min(0, room), Math.min(centred, Math.max(0, room)));
  const step = Math.max(-maxShift * width, Math.min(wanted - centred, maxShift * width));
  return { x: centred + step, y: geometry.crownY - crown / scale, width, height, roll: 0 };
}

function missedBound(
  best: Fit,
  crop: Crop,
  geometry: HeadGeometry,
  frame: { width: number },
  standard: PhotoStandard
): MissedBound | null {
  const headHeight = geometry.chinY - geometry.crownY;
  const cut = crownCutMargin * headHeight - geometry.crownY;
  if (cut >= 0) return { bound: 'frameTop', by: cut * best.scale };
  if (best.margin < 0) {
    const { scale, crown } = best;
    const eyeLine = crown + scale * (geometry.eyeY - geometry.crownY);
    const faceWidth = scale * (geometry.faceRight - geometry.faceLeft);
    const misses = Object.entries({ crown, eyeLine, faceWidth }).map(([name, value]) => {
      const bound = name as 'crown' | 'eyeLine' | 'faceWidth';
      const { min, max } = standard[bound];
      return { bound, by: Math.max(min - value, value - max) };
    });
    return misses.reduce((worst, miss) => (miss.by > worst.by ? miss : worst));
  }
  if (best.scale > maxEnlargement) return { bound: 'enlargement', by: best.scale / maxEnlargement };
  const overreach = overreachOf(crop, frame) - maxSideOverreach * crop.width;
  return overreach > 0 ? { bound: 'frameSide', by: overreach * best.scale } : null;
}

function reasonFor(
  { bound }: MissedBound,
  head: Head,
  crop: Crop,
  frame: { width: number; height: number },
  standard: PhotoStandard
): FramingReason {
  if (bound === 'frameTop') return 'frame.crownCut';
  if (bound === 'enlargement') return 'frame.tooFar';
  if (bound === 'frameSide') {
    const narrow = Math.min(-crop.x, crop.x + crop.width - frame.width) > 0;
    return narrow ? 'frame.shouldersCut' : 'frame.offCentre';
  }
  // A window that no room in the world would meet: the crown is not where a crown is.
  if (!meets(search(head, Infinity, standard))) return 'frame.crownCut';
  // Room below is what is missing: is there some above to make up for it?
  const raised = { ...head, crownY: Math.min(head.crownY, leastRoomAbove * head.eyesBelowCrown) };
  return meets(search(raised, frame.height, standard)) ? 'frame.tooLow' : 'frame.tooClose';
}

const meets = (fit: Fit | null) => fit !== null && fit.margin >= 0;

/** How far a crop reaches beyond the frame's nearer side. */
const overreachOf = (crop: Crop, frame: { width: number }) =>
  Math.max(-crop.x, crop.x + crop.width - frame.width);
