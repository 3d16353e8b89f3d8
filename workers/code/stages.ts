import type { RgbaImage } from '../image/image';
import type { Point } from '../image/point';
import { brightestChannel, darkestChannel, luma, type GreyImage } from './grey';
import { blur } from './prepare/blur';
import { localNormalise, localThreshold } from './prepare/local';
import { rectify } from './prepare/rectify';
import { enlarge, halve } from './prepare/scale';
import type { Binarizer } from './reader';

/** The picture and what several stages make of it, each made once. */
export class CodeSource {
  readonly picture: RgbaImage;
  #luma: GreyImage | undefined;
  #doubled: GreyImage | undefined;

  constructor(picture: RgbaImage) {
    this.picture = picture;
  }

  get luma(): GreyImage {
    return (this.#luma ??= luma(this.picture));
  }

  get doubled(): GreyImage {
    return (this.#doubled ??= enlarge(this.luma, 2));
  }
}

/** A picture to read and the way back to the source. */
export interface Prepared {
  picture: RgbaImage | GreyImage;
  /** A point of the prepared picture in source pixels. */
  toSource(point: Point): Point;
}

/** One try at reading: a way to prepare the picture and a way to tell dark from light. */
export interface Stage {
  /** Name in `DecodedCode.decoder`. */
  id: string;
  /** The damage it answers. */
  answers: string;
  binarizer: Binarizer;
  /** Pictures of more pixels are passed over: they would take too long or too much memory. */
  maxPixels: number;
  /** Pictures to read, the likeliest first. */
  prepare(source: CodeSource): Iterable<Prepared>;
  /** On camera frames: every one, every few (one such stage a frame, in turn), or none. */
  live: 'always' | 'inTurn' | false;
}

/** A phone has no room for larger enlargements, nor the student patience. */
const maxPreparedPixels = 12e6;

/** A stage that prepares the whole picture at one scale. */
export function whole(
  id: string,
  answers: string,
  binarizer: Binarizer,
  make: (source: CodeSource) => RgbaImage | GreyImage,
  { scale = 1, live = false }: { scale?: number; live?: Stage['live'] } = {}
): Stage {
  const toSource = ({ x, y }: Point) => ({ x: x / scale, y: y / scale });
  const maxPixels = scale > 1 ? maxPreparedPixels / (scale * scale) : Infinity;
  return {
    id,
    answers,
    binarizer,
    maxPixels,
    live,
    prepare: (source) => [{ picture: make(source), toSource }]
  };
}

/** Cheapest first; the first read ends the cascade. */
export const stages: readonly Stage[] = [
  whole('raw', 'nothing: a clean picture', 'local', (s) => s.picture, { live: 'always' }),
  whole('raw-global', 'a logo, uneven modules', 'global', (s) => s.picture, { live: 'always' }),
  whole('half', 'noise and moiré on large modules', 'global', (s) => halve(s.luma), {
    scale: 0.5,
    live: 'inTurn'
  }),
  whole('dark-channel', 'coloured modules', 'global', (s) => darkestChannel(s.picture)),
  whole('bright-channel', 'a coloured ground', 'local', (s) => brightestChannel(s.picture)),
  whole('threshold', 'shade, glare', 'local', (s) => localThreshold(s.luma, 15)),
  {
    id: 'rectify',
    answers: 'tilt, bends, blur',
    binarizer: 'local',
    maxPixels: Infinity,
    live: 'inTurn',
    prepare: (s) => rectify(s.luma)
  },
  whole('double-threshold', 'few pixels a module', 'local', (s) => localThreshold(s.doubled, 24), {
    scale: 2,
    live: 'inTurn'
  }),
  whole('smooth', 'noise', 'global', (s) => blur(s.luma, 0.9), { live: 'inTurn' }),
  whole('double-smooth-global', 'moiré', 'global', (s) => blur(s.doubled, 2), { scale: 2 }),
  whole(
    'double-smooth-threshold',
    'moiré under shade',
    'local',
    (s) => localThreshold(blur(s.doubled, 1.8), 24),
    {
      scale: 2
    }
  ),
  whole('double-smooth', 'moiré', 'local', (s) => blur(s.doubled, 2), { scale: 2 }),
  whole('double-normalise', 'low contrast', 'local', (s) => localNormalise(s.doubled, 40), { scale: 2 }),
  whole('triple', 'fewer than two pixels a module', 'local', (s) => enlarge(s.luma, 3), { scale: 3 }),
  {
    id: 'double-rectify',
    answers: 'tilt, bends and blur of small modules',
    binarizer: 'local',
    maxPixels: 6e5,
    live: false,
    *prepare(s) {
      for (const { picture, toSource } of rectify(s.doubled)) {
        yield {
          picture,
          toSource: (point) => {
            const { x, y } = toSource(point);
            return { x: x / 2, y: y / 2 };
          }
        };
      }
    }
  }
];
