import { faceCovered } from '../measures/face/face-covered';
import { glassesGlare } from '../measures/worn/glasses-glare';
import { glassesTint } from '../measures/worn/glasses-tint';
import { browsVisible, eyesVisible } from '../measures/face/hair-over';
import { backgroundColour } from '../measures/background/background-colour';
import { clothingContrast } from '../measures/worn/clothing-contrast';
import { colourNatural } from '../measures/light/colour-natural';
import { cropAbove, cropBelow, cropLeft, cropRight } from '../measures/frame/crop-of-face';
import { dynamicRange } from '../measures/light/dynamic-range';
import { expressionNeutral } from '../measures/face/expression-neutral';
import { faceShadow } from '../measures/light/face-shadow';
import { gazeCentred } from '../measures/pose/gaze';
import { lightBack } from '../measures/light/light-back';
import { luminanceVariance } from '../measures/light/luminance-variance';
import { pictureBeautified } from '../measures/file/picture-beautified';
import { pictureBorder } from '../measures/file/picture-border';
import { pictureRephotographed } from '../measures/file/picture-rephotographed';
import { shouldersLevel } from '../measures/frame/shoulders-level';
import type { Rule } from './rules';

const iso = 'ISO/IEC 29794-5';
const registry = '教毕指[2017]99号';
const drawn = 'told apart on the drawn sitter; fires on at most 2 % of labelled portraits';

/**
 * Rows of the verdict table for what there are few or no labelled pictures of: they warn and never fail, and their
 * bounds stand where hardly any portrait is. In advice order.
 */
export const finerRules: readonly Rule[] = [
  {
    measure: lightBack,
    stages: ['live', 'source'],
    slow: true,
    pass: { max: 7 },
    warn: 'always',
    message: () => 'light.back',
    source: drawn
  },
  {
    measure: faceShadow,
    stages: ['live', 'source'],
    slow: true,
    pass: { max: 0.45 },
    warn: 'always',
    message: () => 'light.above',
    source: drawn
  },
  {
    measure: colourNatural,
    stages: ['source'],
    pass: { max: 10 },
    warn: 'always',
    message: () => 'colour.unnatural',
    source: iso
  },
  {
    measure: dynamicRange,
    stages: ['source'],
    pass: { min: 3.5 },
    warn: 'always',
    message: () => 'light.flat',
    source: iso
  },
  {
    measure: luminanceVariance,
    stages: ['source'],
    pass: { max: 0.09 },
    warn: 'always',
    message: () => 'light.harsh',
    source: iso
  },
  {
    measure: faceCovered,
    stages: ['source'],
    pass: { max: 0.22 },
    warn: 'always',
    message: () => 'face.covered',
    source: `${registry}; ${drawn}`
  },
  {
    measure: eyesVisible,
    stages: ['source'],
    pass: { min: 0.4 },
    warn: 'always',
    message: () => 'eyes.hidden',
    source: `${registry}; ${drawn}`
  },
  {
    measure: browsVisible,
    stages: ['source'],
    pass: { min: 0.37 },
    warn: 'always',
    message: () => 'brows.hidden',
    source: `${registry}; ${drawn}`
  },
  {
    measure: gazeCentred,
    stages: ['live', 'source'],
    pass: { min: -20, max: 20 },
    warn: 'always',
    message: () => 'gaze.aside',
    source: `ISO/IEC 39794-5; ${drawn}`
  },
  {
    measure: expressionNeutral,
    stages: ['source'],
    pass: { max: 1.15 },
    warn: 'always',
    message: () => 'expression.strong',
    source: drawn
  },
  {
    measure: shouldersLevel,
    stages: ['source'],
    pass: { min: -15, max: 15 },
    warn: 'always',
    message: () => 'shoulders.tilted',
    source: `${registry}; ${drawn}`
  },
  {
    measure: glassesGlare,
    stages: ['source'],
    pass: { max: 0.18 },
    warn: 'always',
    message: () => 'glasses.glare',
    source: `${registry}; ${drawn}`
  },
  {
    measure: glassesTint,
    stages: ['source'],
    pass: { min: 0.65 },
    warn: 'always',
    message: () => 'glasses.tinted',
    source: `${registry}; ${drawn}`
  },
  ...[cropLeft, cropRight].map((measure): Rule => ({
    measure,
    stages: ['source'],
    pass: { min: 0.9 },
    warn: 'always',
    message: () => 'frame.offCentre',
    source: iso
  })),
  {
    measure: cropAbove,
    stages: ['source'],
    // Below ISO's 1.4: the registry's own window for the eye line allows about 1.2.
    pass: { min: 0.8 },
    warn: 'always',
    message: () => 'frame.crownCut',
    source: `${iso}; calibrated on labelled portraits`
  },
  {
    measure: cropBelow,
    stages: ['source'],
    pass: { min: 1.1 },
    warn: 'always',
    message: () => 'frame.tooClose',
    source: `${iso}; calibrated on labelled portraits`
  },
  {
    measure: clothingContrast,
    stages: ['finished'],
    pass: { min: 8 },
    warn: 'always',
    message: () => 'clothing.likeBackground',
    source: registry
  },
  {
    measure: backgroundColour,
    stages: ['source'],
    kinds: ['upload'],
    pass: { max: 15 },
    warn: 'always',
    message: () => 'background.notBlue',
    source: 'operating flow, upload of a local photo'
  },
  {
    measure: pictureRephotographed,
    stages: ['source'],
    kinds: ['upload'],
    pass: { max: 20 },
    warn: 'always',
    message: () => 'picture.rephotographed',
    source: drawn
  },
  {
    measure: pictureBorder,
    stages: ['source'],
    kinds: ['upload'],
    pass: { max: 0.6 },
    warn: 'always',
    message: () => 'picture.rephotographed',
    source: drawn
  },
  {
    measure: pictureBeautified,
    stages: ['source'],
    kinds: ['upload'],
    pass: { min: 0.8 },
    warn: 'always',
    message: () => 'picture.beautified',
    source: drawn
  }
];
