import type { PhotoStandard } from '../standard';

export const KB = 1024;

/** When sources that bear no date were read. */
export const undated = '2026-11-27';

/** What an entry says where its source says nothing: any density, our own least quality, a bare head. */
export const unsaid = {
  density: {},
  minQuality: 60,
  windows: [],
  mayReplaceBackground: true,
  glasses: 'allowed',
  headwear: 'none'
} satisfies Partial<PhotoStandard>;

/** The picture's own background stays: replacing it is forbidden, or no colour is named. */
export const ownBackground = {
  backgrounds: 'asIs',
  mayReplaceBackground: false
} satisfies Partial<PhotoStandard>;

/** A print of 35 × 45 mm, and its pixels at 300 dpi. */
export const print35x45 = {
  width: 413,
  height: 531,
  print: { width: 35, height: 45 },
  density: 300
} satisfies Partial<PhotoStandard>;
