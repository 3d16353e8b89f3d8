/** A colour as sRGB bytes 0…255. */
export type Colour = readonly [red: number, green: number, blue: number];

export const skinTones = ['light', 'fair', 'tan', 'brown', 'dark', 'veryDark'] as const;
export type SkinTone = (typeof skinTones)[number];

export interface LightOptions {
  /** Where the key light stands, seen from the camera. */
  direction: 'front' | 'left' | 'right' | 'top' | 'back';
  /** Share of the key light, 0 (even light from everywhere) … 1 (one hard lamp). */
  strength: number;
  /** Exposure; 1 is right, 0.1 dark, 2.5 burnt out. */
  level: number;
}

export interface WallOptions {
  colour: Colour;
  /** Darkening from the left edge to the right, 0 … 1. */
  gradient: number;
  /** Standard deviation of the wall's texture in levels of 255. */
  noise: number;
  /** Depth of the sitter's own shadow on the wall, 0 … 1. */
  castShadow: number;
  /** What hangs or stands on the wall. */
  busy: 'none' | 'bricks' | 'shelves' | 'leaves';
}

/** Everything that is chosen about a drawn sitter; the defaults make a photo that meets every rule. */
export interface SitterSettings {
  /** Pixels. */
  width: number;
  height: number;
  /** Degrees; the nose turns to the picture's right. */
  yaw: number;
  /** Degrees; the nose turns down. */
  pitch: number;
  /** Degrees; the head tilts counter-clockwise as seen in the picture. */
  roll: number;
  /** 0 (lips closed) … 1 (a quarter of the eye-to-chin length between the lips). */
  mouthOpen: number;
  /** 0 (closed) … 1 (open). */
  eyesOpen: number;
  /** Eye-to-chin length of the frontal head as a share of the picture's height. */
  headSize: number;
  /** Where the frontal head's eye midpoint is, as shares of the picture's width and height. */
  position: { x: number; y: number };
  skin: SkinTone;
  hair: { style: 'short' | 'long' | 'bald'; colour: Colour; overBrows: boolean; overEars: boolean };
  clothing: { style: 'suit' | 'shirt'; colour: Colour };
  glasses: 'none' | 'clear' | 'tinted' | 'glare';
  jewellery: boolean;
  light: LightOptions;
  wall: WallOptions;
  /** Gaussian blur of the whole picture, standard deviation in pixels. */
  blur: number;
  /** Sensor noise, standard deviation in levels of 255. */
  sensorNoise: number;
  /** Samples per pixel along each side. */
  supersample: number;
  /** Chooses strands, texture and noise; the same seed draws the same picture. */
  seed: number;
}

type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** Changes to the defaults, as deep as wanted. */
export type SitterOptions = DeepPartial<SitterSettings>;

const defaultSitter: SitterSettings = {
  width: 960,
  height: 1280,
  yaw: 0,
  pitch: 0,
  roll: 0,
  mouthOpen: 0,
  eyesOpen: 1,
  headSize: 0.2,
  position: { x: 0.5, y: 0.38 },
  skin: 'fair',
  hair: { style: 'short', colour: [34, 27, 24], overBrows: false, overEars: false },
  clothing: { style: 'suit', colour: [38, 48, 74] },
  glasses: 'none',
  jewellery: false,
  light: { direction: 'front', strength: 0.5, level: 1 },
  wall: { colour: [214, 222, 228], gradient: 0, noise: 0.8, castShadow: 0, busy: 'none' },
  blur: 0,
  sensorNoise: 1,
  supersample: 2,
  seed: 1
};

/** The defaults with `changes` laid over them. */
export function sitterOptions(changes: SitterOptions = {}): SitterSettings {
  const { position, hair, clothing, light, wall, ...rest } = changes;
  return {
    ...defaultSitter,
    ...rest,
    position: { ...defaultSitter.position, ...position },
    hair: { ...defaultSitter.hair, ...hair },
    clothing: { ...defaultSitter.clothing, ...clothing },
    light: { ...defaultSitter.light, ...light },
    wall: { ...defaultSitter.wall, ...wall }
  };
}
