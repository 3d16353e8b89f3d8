import type { HeadGeometry } from '../face/head-geometry';
import { headMeasures, type HeadMeasure } from '../standard/head-measures';
import type { PixelWindow, ResolvedStandard } from '../standard/resolve';

/** Where the head comes to lie at a scale. */
export interface Fit {
  /** Finished pixels per source pixel. */
  scale: number;
  /** Crown below the top edge, in finished pixels. */
  crown: number;
  /** Smallest margin to a bound, as a share of half its window; negative when one is missed. */
  margin: number;
}

/** Scales tried, from too small to too large. */
export const scaleSteps = 240;
/** What counts as half a window that is open on one side, as a share of the photo's height. */
const openHalf = 0.1;

/** A window for one head: what it measures is `base + shift · crown + length · scale`. */
interface Aim {
  of: HeadMeasure;
  base: number;
  shift: -1 | 0 | 1;
  length: number;
  min: number;
  max: number;
  half: number;
}

/** How the windows of a standard hold one head in one frame; sizes in pixels of the frame. */
export class CropFit {
  readonly #aims: readonly Aim[];
  readonly #placing: readonly Aim[];

  constructor(
    private readonly head: HeadGeometry,
    private readonly frame: { width: number; height: number },
    private readonly standard: ResolvedStandard
  ) {
    this.#aims = standard.aims.map((window) => aimOf(window, head, standard.height));
    this.#placing = this.#aims.filter(({ shift }) => shift !== 0);
  }

  /** The scale and place with the greatest margin; null where the head has no size. */
  best(): Fit | null {
    const { smallest, largest } = this.#scales();
    const ratio = (largest / smallest) ** (1 / scaleSteps);
    if (!(ratio > 1)) return null;
    let best: Fit | null = null;
    for (let scale = smallest; scale <= largest; scale *= ratio) {
      const fit = this.at(scale);
      if (!best || fit.margin > best.margin) best = fit;
    }
    return best;
  }

  /** The best place at a scale. */
  at(scale: number): Fit {
    const { head, frame, standard } = this;
    // No lower than the frame's bottom edge allows; no higher than its top, where nothing fills what is above.
    const lowest = standard.height - (frame.height - head.crownY) * scale;
    const highest = standard.background ? Infinity : head.crownY * scale;
    return this.placed(scale, Math.min(highest, Math.max(lowest, this.#wantedCrown(scale))));
  }

  /** A place at a scale. */
  placed(scale: number, crown: number): Fit {
    return { scale, crown, margin: Math.min(...this.#aims.map((aim) => marginOf(aim, scale, crown))) };
  }

  /** The window that a fit misses most, by finished pixels. */
  missed({ scale, crown }: Fit): { of: HeadMeasure; by: number } {
    const misses = this.#aims.map((aim) => {
      const value = valueOf(aim, scale, crown);
      return { of: aim.of, by: Math.max(aim.min - value, value - aim.max) };
    });
    return misses.reduce((worst, miss) => (miss.by > worst.by ? miss : worst));
  }

  /** A little beyond the sizing windows, so that a head that fits no crop still gets the nearest one. */
  #scales(): { smallest: number; largest: number } {
    const { frame, standard } = this;
    const sizing = this.#aims.filter(({ shift, min, max }) => shift === 0 && min > 0 && max < Infinity);
    const inFrame = standard.background
      ? 0
      : Math.max(standard.width / frame.width, standard.height / frame.height);
    return {
      smallest: Math.max(inFrame, ...sizing.map(({ min, length }) => (0.7 * min) / length)),
      largest: Math.max(inFrame * 1.01, Math.min(...sizing.map(({ max, length }) => (1.4 * max) / length)))
    };
  }

  /**
   * Each placing window's margin is a tent over the crown's place. The smallest of them is greatest where the rising
   * side of one meets the falling side of another, of all pairs the one that meets lowest.
   */
  #wantedCrown(scale: number): number {
    let lowest = Infinity;
    let crown = 0;
    const tents = this.#placing.map((aim) => tentOf(aim, scale));
    for (const rising of tents)
      for (const falling of tents) {
        const met = (falling.to - rising.from) / (rising.half + falling.half);
        if (!(met < lowest)) continue;
        lowest = met;
        crown = rising.from + met * rising.half;
      }
    return crown;
  }
}

function aimOf(
  { of, min = -Infinity, max = Infinity }: PixelWindow,
  head: HeadGeometry,
  height: number
): Aim {
  const { base, shift, length } = headMeasures[of];
  const open = min === -Infinity || max === Infinity;
  const half = open ? openHalf * height : (max - min) / 2;
  return { of, base: base * height, shift, length: length(head), min, max, half };
}

const valueOf = ({ base, shift, length }: Aim, scale: number, crown: number) =>
  base + shift * crown + length * scale;

/** 1 in the middle of the window, 0 on its bounds, negative outside. */
function marginOf(aim: Aim, scale: number, crown: number): number {
  const value = valueOf(aim, scale, crown);
  return Math.min(value - aim.min, aim.max - value) / aim.half;
}

/** The crown's places at which a window holds. */
function tentOf({ base, shift, length, min, max, half }: Aim, scale: number) {
  const still = base + length * scale;
  return shift > 0
    ? { from: min - still, to: max - still, half }
    : { from: still - max, to: still - min, half };
}
