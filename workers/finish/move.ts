import type { HeadGeometry } from '../face/head-geometry';
import { headMeasures } from '../standard/head-measures';
import type { ResolvedStandard } from '../standard/resolve';
import type { Range } from '../standard/standard';
import { maxEnlargement, maxSideOverreach, type Crop } from './crop';

/**
 * A crop moved by hand, as the sitter is seen to move on the photo: to the right and down by so many of its pixels, and
 * larger by a factor, about the point between the eyes.
 */
export interface CropMove {
  right: number;
  down: number;
  zoom: number;
}

export const unmoved: CropMove = { right: 0, down: 0, zoom: 1 };

/** A finished photo as it was made unmoved. */
export interface Placed {
  /** In pixels of the picture that it was made of. */
  crop: Crop;
  /** Measured on the photo, in its pixels. */
  head: HeadGeometry;
  /** Size of the picture. */
  frame: { width: number; height: number };
}

/** Shares of the photo's height kept from a window's bounds, and of its width from the centre's: the file is measured anew. */
const windowMargin = 4 / 640;
const centreMargin = 2 / 480;
/** The face stands this share of the width beside the centre at most, as `face.centred` asks. */
const mostAside = 0.025;

/** What holds while `right · x + down · y + zoom · z + free ≥ 0`. */
interface Limit {
  right: number;
  down: number;
  zoom: number;
  free: number;
}

/** The crop of a move, in pixels of the picture. */
export function movedCrop({ crop, head }: Placed, move: CropMove, standard: ResolvedStandard): Crop {
  const scale = standard.width / crop.width;
  const { x, y } = { x: head.centreX, y: head.eyeY };
  const edge = (of: number, by: number) => of - (of + by) / move.zoom;
  return {
    x: crop.x + edge(x, move.right) / scale,
    y: crop.y + edge(y, move.down) / scale,
    width: crop.width / move.zoom,
    height: crop.height / move.zoom,
    roll: 0
  };
}

/**
 * How far a finished photo's crop may be moved: inside the standard's windows, as far as the picture reaches, and no
 * larger than it is sharp. Where the photo is beyond a limit as it was made, it goes no further that way.
 */
export class MoveRoom {
  readonly #limits: readonly Limit[];

  constructor(placed: Placed, standard: ResolvedStandard) {
    this.#limits = [...windowLimits(placed, standard), ...frameLimits(placed, standard)].map(withinReach);
  }

  /** Whether a move stays inside. */
  allows(move: CropMove): boolean {
    return this.#limits.every((limit) => valueAt(limit, move) >= -rounding);
  }

  /** From where to where one part of a move may go, the others as they are. */
  range(move: CropMove, along: keyof CropMove): Range {
    const range = { min: -Infinity, max: Infinity };
    for (const limit of this.#limits) {
      const slope = limit[along];
      if (slope === 0) continue;
      const end = move[along] - valueAt(limit, move) / slope;
      if (slope > 0) range.min = Math.max(range.min, end);
      else range.max = Math.min(range.max, end);
    }
    return range;
  }

  /** A move with one part changed, as far towards `wanted` as there is room. */
  towards(move: CropMove, along: keyof CropMove, wanted: number): CropMove {
    const { min, max } = this.range(move, along);
    return { ...move, [along]: Math.max(min, Math.min(wanted, max)) };
  }
}

const rounding = 1e-6;

const valueAt = (limit: Limit, { right, down, zoom }: CropMove) =>
  limit.right * right + limit.down * down + limit.zoom * zoom + limit.free;

/** A limit that the unmoved photo is beyond lies where the photo is. */
function withinReach(limit: Limit): Limit {
  return { ...limit, free: limit.free - Math.min(0, valueAt(limit, unmoved)) };
}

/** A length that is at least `min`, at most `max`, of which `share` grows with the zoom and `down` and `right` move. */
function between(
  { right = 0, down = 0, zoom, free }: { right?: number; down?: number; zoom: number; free: number },
  { min = -Infinity, max = Infinity }: Partial<Range>
): Limit[] {
  return [
    ...(min > -Infinity ? [{ right, down, zoom, free: free - min }] : []),
    ...(max < Infinity ? [{ right: 0 - right, down: 0 - down, zoom: 0 - zoom, free: max - free }] : [])
  ];
}

/** The head's measures are `base · height + shift · crown + length`; the crown moves with the eyes, which stay. */
function windowLimits({ head }: Placed, { aims, width, height }: ResolvedStandard): Limit[] {
  const windows = aims.flatMap(({ of, min = -Infinity, max = Infinity }) => {
    const { base, shift, length } = headMeasures[of];
    const margin = Math.min(windowMargin * height, (max - min) / 4);
    return between(
      {
        down: shift,
        zoom: shift * (head.crownY - head.eyeY) + length(head),
        free: base * height + shift * head.eyeY
      },
      { min: min + margin, max: max - margin }
    );
  });
  const aside = (mostAside - centreMargin) * width;
  const centred = between({ right: 1, zoom: 0, free: head.centreX - width / 2 }, { min: -aside, max: aside });
  return [...windows, ...centred];
}

/** The picture's edges on the photo, and how much it is enlarged. */
function frameLimits({ crop, head, frame }: Placed, standard: ResolvedStandard): Limit[] {
  const { width, height, background } = standard;
  const scale = width / crop.width;
  const acrossAt = (x: number) => ({
    right: 1,
    zoom: (x - crop.x) * scale - head.centreX,
    free: head.centreX
  });
  const downAt = (y: number) => ({ down: 1, zoom: (y - crop.y) * scale - head.eyeY, free: head.eyeY });
  const beyond = background ? maxSideOverreach * width : 0;
  return [
    ...between(acrossAt(0), { max: beyond }),
    ...between(acrossAt(frame.width), { min: width - beyond }),
    ...between(downAt(frame.height), { min: height }),
    // Above the frame, flat background goes on.
    ...(background ? [] : between(downAt(0), { max: 0 })),
    ...between({ zoom: scale, free: 0 }, { max: maxEnlargement })
  ];
}
