import type { HeadGeometry } from '../face/head-geometry';

/** What of the head a window may bound. */
export type HeadMeasure =
  'crown' | 'eyeLine' | 'eyeLineFromBottom' | 'chinFromBottom' | 'headHeight' | 'faceWidth' | 'eyeDistance';

/**
 * A measure of the head on a photo of a height, as `base · height + shift · crown + length`, all in pixels: `crown` is
 * the distance of the top of the hair from the top edge, `length` one of the head alone, which grows with its size.
 */
interface HeadMeasureOf {
  /** Of the rule. */
  id: string;
  base: 0 | 1;
  shift: -1 | 0 | 1;
  length(head: HeadGeometry): number;
  /** The side of the photo that a share of it is meant of. */
  along: 'width' | 'height';
  /** Message keys of what to do about too little and too much. */
  low: string;
  high: string;
}

const eyesBelowCrown = ({ eyeY, crownY }: HeadGeometry) => eyeY - crownY;
const headHeight = ({ chinY, crownY }: HeadGeometry) => chinY - crownY;

export const headMeasures: Readonly<Record<HeadMeasure, HeadMeasureOf>> = {
  /** Top of the hair below the top edge. */
  crown: {
    id: 'crown.position',
    base: 0,
    shift: 1,
    length: () => 0,
    along: 'height',
    low: 'frame.crownHigh',
    high: 'frame.crownLow'
  },
  /** Middle between the pupils below the top edge. */
  eyeLine: {
    id: 'eyeLine.position',
    base: 0,
    shift: 1,
    length: eyesBelowCrown,
    along: 'height',
    low: 'frame.eyesHigh',
    high: 'frame.eyesLow'
  },
  /** Middle between the pupils above the bottom edge. */
  eyeLineFromBottom: {
    id: 'eyeLine.height',
    base: 1,
    shift: -1,
    length: (head) => -eyesBelowCrown(head),
    along: 'height',
    low: 'frame.eyesLow',
    high: 'frame.eyesHigh'
  },
  /** Chin above the bottom edge. */
  chinFromBottom: {
    id: 'chin.height',
    base: 1,
    shift: -1,
    length: (head) => -headHeight(head),
    along: 'height',
    low: 'frame.eyesLow',
    high: 'frame.eyesHigh'
  },
  /** Top of the hair to chin. */
  headHeight: {
    id: 'head.height',
    base: 0,
    shift: 0,
    length: headHeight,
    along: 'height',
    low: 'frame.tooFar',
    high: 'frame.tooClose'
  },
  /** Cheek to cheek, at the ear roots. */
  faceWidth: {
    id: 'face.width',
    base: 0,
    shift: 0,
    length: ({ faceLeft, faceRight }) => faceRight - faceLeft,
    along: 'width',
    low: 'frame.tooFar',
    high: 'frame.tooClose'
  },
  /** Pupil to pupil. */
  eyeDistance: {
    id: 'eyes.apart',
    base: 0,
    shift: 0,
    length: ({ eyeDistance }) => eyeDistance,
    along: 'width',
    low: 'frame.tooFar',
    high: 'frame.tooClose'
  }
};

/** A head measure on a finished photo, in its pixels. */
export function headMeasureOn(of: HeadMeasure, head: HeadGeometry, height: number): number {
  const { base, shift, length } = headMeasures[of];
  return base * height + shift * head.crownY + length(head);
}

/** Rows between which windows of a place hold a part of the head, on a photo of a height; for drawing. */
export function placesOf(
  windows: readonly { of: HeadMeasure; min?: number; max?: number }[],
  height: number
): { from: number; to: number }[] {
  return windows.flatMap(({ of, min = 0, max = height }) => {
    const { base, shift } = headMeasures[of];
    if (shift === 0) return [];
    return [base ? { from: height - max, to: height - min } : { from: min, to: max }];
  });
}
