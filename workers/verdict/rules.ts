import { earsVisible } from '../measures/face/ears';
import { glassesPresent } from '../measures/worn/glasses';
import { headCovered } from '../measures/worn/head-covering';
import { jewelleryWorn } from '../measures/worn/jewellery';
import { backgroundContrast } from '../measures/background/background-contrast';
import { backgroundUniform } from '../measures/background/background-uniform';
import { exposureOver, exposureUnder } from '../measures/light/exposure';
import { eyesDistance } from '../measures/frame/eyes-distance';
import { eyesOpen } from '../measures/face/eyes-open';
import { faceSingle } from '../measures/face/face-single';
import { headGeometryFits } from '../measures/frame/head-geometry';
import { crownPosition, eyeLinePosition, faceCentred, faceWidth } from '../measures/frame/head-position';
import { headSize } from '../measures/frame/head-size';
import { illuminationUniform } from '../measures/light/illumination-uniform';
import { lightBalance } from '../measures/light/light-balance';
import { lightLevel } from '../measures/light/light-level';
import { luminanceMean } from '../measures/light/luminance-mean';
import type { Measure, MeasureInput } from '../measures/measure';
import { mouthClosed } from '../measures/face/mouth-closed';
import { posePitch, poseRoll, poseYaw } from '../measures/pose/pose-angles';
import { sharpness } from '../measures/light/sharpness';
import { fileBytes, fileHeight, fileJpeg, fileProportion, fileWidth } from '../measures/file/upload-file';
import type { Kind } from '../protocol';
import type { PhotoStandard } from '../standard/standard';
import { finerRules } from './finer-rules';

/** When a rule is asked: on camera frames, on the picture that goes in, on the file that comes out. */
export type Stage = 'live' | 'source' | 'finished';

export interface Bound {
  min?: number;
  max?: number;
}

/** One row of the verdict table. Rows stand in advice order: the most blocking first. */
export interface Rule {
  measure: Measure;
  stages: readonly Stage[];
  /** Only for pictures of these kinds; absent: for all. */
  kinds?: readonly Kind[];
  /** Looks at the pixels. Live: asked as often as there is time for, the others of every frame. */
  slow?: true;
  /** Inside: pass. */
  pass: Bound | ((standard: PhotoStandard) => Bound);
  /** Outside `pass` but inside this: warn; further out: fail. `always`: never fails. Absent: fails at once. */
  warn?: Bound | 'always';
  /** Message key of what to do about it. */
  message: (value: number, input: MeasureInput) => string;
  /** Where the bounds come from. */
  source: string;
}

const portraits = 'calibrated on labelled portraits';
const flow = 'operating flow, upload of a local photo';
const registry = '教毕指[2017]99号';
const live: readonly Stage[] = ['live', 'source'];
/** Light and focus change between the preview and the file, so they are judged on both. */
const whole: readonly Stage[] = ['live', 'source', 'finished'];

export const rules: readonly Rule[] = [
  {
    // First: in the dark no face is found either. Of the scene, not of the skin: very dark skin in good light is
    // well lit.
    measure: lightLevel,
    stages: live,
    slow: true,
    pass: { min: 0.2 },
    warn: { min: 0.12 },
    message: () => 'light.tooDark',
    source: 'calibrated on the drawn sitter, light to very dark skin'
  },
  {
    measure: faceSingle,
    stages: whole,
    // Faces on posters and passers-by far behind do not count.
    pass: { max: 0.1 },
    message: (_, { faces }) => (faces.length ? 'face.several' : 'face.none'),
    source: registry
  },
  {
    measure: headGeometryFits,
    stages: live,
    pass: { min: 1 },
    message: (_, { framing }) => framing?.reason ?? 'frame.offCentre',
    source: registry
  },
  {
    measure: luminanceMean,
    stages: whole,
    slow: true,
    pass: { min: 0.03, max: 0.75 },
    warn: { min: 0.015, max: 0.85 },
    message: (value) => (value < 0.4 ? 'light.tooDark' : 'light.tooBright'),
    source: `ISO/IEC 29794-5; ${portraits}`
  },
  {
    measure: exposureUnder,
    stages: whole,
    slow: true,
    pass: { max: 0.995 },
    warn: 'always',
    message: () => 'light.tooDark',
    source: `ISO/IEC 29794-5; ${portraits}`
  },
  {
    measure: exposureOver,
    stages: whole,
    slow: true,
    pass: { max: 0.04 },
    warn: { max: 0.2 },
    message: () => 'light.tooBright',
    source: `ISO/IEC 29794-5; ${portraits}`
  },
  {
    measure: poseYaw,
    stages: live,
    pass: { min: -10, max: 10 },
    message: (value) => (value > 0 ? 'pose.yaw.right' : 'pose.yaw.left'),
    source: portraits
  },
  {
    measure: poseRoll,
    stages: live,
    pass: { min: -5, max: 5 },
    warn: { min: -8, max: 8 },
    message: (value) => (value > 0 ? 'pose.roll.anticlockwise' : 'pose.roll.clockwise'),
    source: portraits
  },
  {
    measure: posePitch,
    stages: live,
    pass: { min: -14, max: 14 },
    warn: { min: -20, max: 20 },
    message: (value) => (value > 0 ? 'pose.pitch.down' : 'pose.pitch.up'),
    source: portraits
  },
  {
    measure: eyesOpen,
    stages: live,
    pass: { min: 0.045 },
    warn: { min: 0.025 },
    message: () => 'eyes.closed',
    source: `ISO/IEC 29794-5; ${portraits}`
  },
  {
    measure: mouthClosed,
    stages: live,
    pass: { max: 0.02 },
    // Lips a little apart; teeth show from 0.042 on.
    warn: { max: 0.035 },
    message: () => 'mouth.open',
    source: portraits
  },
  {
    measure: lightBalance,
    stages: live,
    slow: true,
    pass: { min: -0.25, max: 0.25 },
    warn: { min: -0.5, max: 0.5 },
    message: (value) => (value > 0 ? 'light.fromLeft' : 'light.fromRight'),
    source: portraits
  },
  {
    measure: illuminationUniform,
    stages: live,
    slow: true,
    pass: { min: 0.25 },
    warn: 'always',
    message: () => 'light.uneven',
    source: 'ISO/IEC 29794-5'
  },
  {
    measure: sharpness,
    stages: whole,
    slow: true,
    pass: { min: 12 },
    warn: { min: 7 },
    message: () => 'image.blurred',
    source: portraits
  },
  {
    // 22 and more on labelled portraits; drawn black hair before a black wall stays below.
    measure: backgroundContrast,
    stages: ['source'],
    pass: { min: 14 },
    warn: { min: 8 },
    message: () => 'background.likeSitter',
    source: portraits
  },
  {
    measure: backgroundUniform,
    stages: live,
    slow: true,
    pass: { max: 14 },
    warn: 'always',
    message: () => 'background.busy',
    source: 'ISO/IEC 29794-5'
  },
  {
    measure: headCovered,
    stages: ['source'],
    pass: { max: 0.98 },
    warn: 'always',
    message: () => 'head.covered',
    source: `${registry}; ${portraits}`
  },
  {
    measure: earsVisible,
    stages: ['source'],
    pass: { min: 0.3 },
    warn: 'always',
    message: () => 'ears.hidden',
    source: `${registry}; ${portraits}`
  },
  {
    measure: glassesPresent,
    stages: ['source'],
    pass: { max: 0.33 },
    warn: 'always',
    message: () => 'glasses.present',
    source: `${registry}; ${portraits}`
  },
  {
    measure: jewelleryWorn,
    stages: ['source'],
    pass: { max: 0.5 },
    warn: 'always',
    message: () => 'jewellery.worn',
    source: `${registry}; ${portraits}`
  },
  ...finerRules,
  {
    measure: crownPosition,
    stages: ['finished'],
    pass: ({ crown }) => crown,
    message: (value) => (value < 80 ? 'frame.crownHigh' : 'frame.crownLow'),
    source: registry
  },
  {
    measure: eyeLinePosition,
    stages: ['finished'],
    pass: ({ eyeLine }) => eyeLine,
    message: (value) => (value < 250 ? 'frame.eyesHigh' : 'frame.eyesLow'),
    source: registry
  },
  {
    measure: faceWidth,
    stages: ['finished'],
    pass: ({ faceWidth: window }) => window,
    message: (value) => (value < 240 ? 'frame.tooFar' : 'frame.tooClose'),
    source: registry
  },
  {
    measure: faceCentred,
    stages: ['finished'],
    pass: { min: -2.5, max: 2.5 },
    warn: { min: -5, max: 5 },
    message: () => 'frame.offCentre',
    source: registry
  },
  {
    measure: eyesDistance,
    stages: ['source'],
    pass: { min: 60 },
    warn: 'always',
    message: () => 'frame.tooFar',
    source: 'ISO/IEC 29794-5'
  },
  {
    measure: headSize,
    stages: ['finished'],
    pass: {},
    message: () => 'frame.tooFar',
    source: 'ISO/IEC 29794-5'
  },
  // What the flow asks of an uploaded file. Warnings: the finished photo is made to the standard whatever came in.
  {
    measure: fileJpeg,
    stages: ['source'],
    kinds: ['upload'],
    pass: { min: 1 },
    warn: 'always',
    message: () => 'file.notJpeg',
    source: flow
  },
  {
    measure: fileWidth,
    stages: ['source'],
    kinds: ['upload'],
    pass: { min: 480, max: 1350 },
    warn: 'always',
    message: (value) => (value < 480 ? 'file.fewPixels' : 'file.manyPixels'),
    source: flow
  },
  {
    measure: fileHeight,
    stages: ['source'],
    kinds: ['upload'],
    pass: { min: 640, max: 1800 },
    warn: 'always',
    message: (value) => (value < 640 ? 'file.fewPixels' : 'file.manyPixels'),
    source: flow
  },
  {
    measure: fileBytes,
    stages: ['source'],
    kinds: ['upload'],
    pass: { min: 50, max: 1024 },
    warn: 'always',
    message: (value) => (value < 50 ? 'file.fewBytes' : 'file.manyBytes'),
    source: flow
  },
  {
    measure: fileProportion,
    stages: ['source'],
    kinds: ['upload'],
    pass: { min: 0.74, max: 0.76 },
    warn: 'always',
    message: () => 'file.proportion',
    source: flow
  }
];
