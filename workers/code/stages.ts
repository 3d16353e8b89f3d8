import type { RgbaImage } from '../image/image';
import { brightestChannel, darkestChannel, luma, type GreyImage } from './grey';
import { blur } from './prepare/blur';
import { localNormalise, localThreshold } from './prepare/local';
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

/** One try at reading: a way to prepare the picture and a way to tell dark from light. */
export interface Stage {
  /** Name in `DecodedCode.decoder`. */
  id: string;
  /** The damage it answers. */
  answers: string;
  binarizer: Binarizer;
  /** Pixels of the prepared picture per pixel of the source. */
  scale: number;
  /** The prepared picture; null: the source itself. */
  prepare: ((source: CodeSource) => GreyImage) | null;
  /** Cheap enough for a camera frame. */
  live: boolean;
}

/** Cheapest first; the first read ends the cascade. */
export const stages: readonly Stage[] = [
  { id: 'raw', answers: 'nothing: a clean picture', binarizer: 'local', scale: 1, prepare: null, live: true },
  {
    id: 'raw-global',
    answers: 'logo, light frame',
    binarizer: 'global',
    scale: 1,
    prepare: null,
    live: true
  },
  {
    id: 'half',
    answers: 'noise, moiré on large modules',
    binarizer: 'global',
    scale: 0.5,
    prepare: (s) => halve(s.luma),
    live: true
  },
  {
    id: 'dark-channel',
    answers: 'coloured modules',
    binarizer: 'global',
    scale: 1,
    prepare: (s) => darkestChannel(s.picture),
    live: false
  },
  {
    id: 'bright-channel',
    answers: 'coloured ground',
    binarizer: 'local',
    scale: 1,
    prepare: (s) => brightestChannel(s.picture),
    live: false
  },
  {
    id: 'threshold',
    answers: 'shade, glare',
    binarizer: 'local',
    scale: 1,
    prepare: (s) => localThreshold(s.luma, 15),
    live: true
  },
  {
    id: 'double-threshold',
    answers: 'few pixels a module',
    binarizer: 'local',
    scale: 2,
    prepare: (s) => localThreshold(s.doubled, 24),
    live: true
  },
  {
    id: 'smooth',
    answers: 'noise',
    binarizer: 'global',
    scale: 1,
    prepare: (s) => blur(s.luma, 0.9),
    live: false
  },
  {
    id: 'double-smooth-global',
    answers: 'moiré',
    binarizer: 'global',
    scale: 2,
    prepare: (s) => blur(s.doubled, 2),
    live: false
  },
  {
    id: 'double-smooth-threshold',
    answers: 'moiré under shade',
    binarizer: 'local',
    scale: 2,
    prepare: (s) => localThreshold(blur(s.doubled, 1.8), 24),
    live: false
  },
  {
    id: 'double-smooth',
    answers: 'moiré',
    binarizer: 'local',
    scale: 2,
    prepare: (s) => blur(s.doubled, 2),
    live: false
  },
  {
    id: 'double-normalise',
    answers: 'low contrast, blur',
    binarizer: 'local',
    scale: 2,
    prepare: (s) => localNormalise(s.doubled, 40),
    live: false
  },
  {
    id: 'triple',
    answers: 'fewer than two pixels a module',
    binarizer: 'local',
    scale: 3,
    prepare: (s) => enlarge(s.luma, 3),
    live: false
  }
];

/** What a camera frame goes through. */
export const liveStages: readonly Stage[] = stages.filter(({ live }) => live);
