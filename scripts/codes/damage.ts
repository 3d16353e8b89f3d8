import sharp from 'sharp';
import type { RgbaImage } from '../../workers/image/image';
import type { CodeMatrix } from './draw';

/** What may have happened to a code on its way into a picture; 0 or absent: nothing. */
export interface Damage {
  /** Pixels a module before tilt. */
  module: number;
  /** Degrees in the picture plane. */
  rotate?: number;
  /** Perspective: how much smaller the far side is drawn, 0…0.6, and towards where, in degrees. */
  tilt?: number;
  tiltTowards?: number;
  /** Paper bent like a wave: height of the bend in modules. */
  bend?: number;
  /** Standard deviation of the blur, in modules. */
  blur?: number;
  /** Standard deviation of the noise, in grey levels. */
  noise?: number;
  /** Distance of black and white, 0…1; 1 is full. */
  contrast?: number;
  /** Share of light lost towards one corner. */
  shade?: number;
  /** Radius of a burnt-out spot, as a share of the side. */
  glare?: number;
  /** Strength of a screen's moiré, 0…1, and its period in pixels. */
  moire?: number;
  moirePeriod?: number;
  /** Light modules on dark. */
  inverted?: boolean;
  /** White border in modules. */
  border?: number;
  /** JPEG quality after everything else. */
  jpeg?: number;
}

/** The same numbers in 0…1 for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A picture of the code after the damage; the same for the same seed. */
export async function photograph(code: CodeMatrix, damage: Damage, seed = 1): Promise<RgbaImage> {
  const random = randomFrom(seed);
  const { module, border = 4, jpeg } = damage;
  const turned = 1 + 0.42 * Math.abs(Math.sin((2 * (damage.rotate ?? 0) * Math.PI) / 180));
  const side = Math.ceil(
    (code.size + 2 * border + (damage.bend ?? 0) * 2) * module * turned * (1 + (damage.tilt ?? 0))
  );
  let light: Float32Array = paint(code, damage, side);
  if (damage.blur) light = gaussian(light, side, damage.blur * module);
  expose(light, side, damage, random);
  const grey = Uint8Array.from(light, (value) => Math.max(0, Math.min(255, Math.round(value))));
  let image = sharp(grey, { raw: { width: side, height: side, channels: 1 } });
  if (jpeg) image = sharp(await image.jpeg({ quality: Math.round(jpeg) }).toBuffer());
  const data = await image.toColourspace('srgb').ensureAlpha().raw().toBuffer();
  return { width: side, height: side, data: new Uint8ClampedArray(data) };
}

/** Reflectance 0…1 of the warped code, three by three samples a pixel. */
function paint({ size, dark }: CodeMatrix, damage: Damage, side: number): Float32Array {
  const { module, rotate = 0, tilt = 0, tiltTowards = 0, bend = 0, inverted = false } = damage;
  const [cos, sin] = [Math.cos((rotate * Math.PI) / 180), Math.sin((rotate * Math.PI) / 180)];
  const towards = (tiltTowards * Math.PI) / 180;
  const half = side / 2;
  const light = new Float32Array(side * side);
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      let white = 0;
      for (let j = 1; j < 6; j += 2)
        for (let i = 1; i < 6; i += 2) {
          const [px, py] = [x + i / 6 - half, y + j / 6 - half];
          // the far side is drawn smaller: divide by a plane that falls off towards it
          const w = 1 - (tilt * (px * Math.cos(towards) + py * Math.sin(towards))) / half;
          const [u, v] = [(px * cos + py * sin) / w / module, (py * cos - px * sin) / w / module];
          const column = Math.floor(u + size / 2 + bend * Math.sin((v / size) * Math.PI * 1.5));
          const row = Math.floor(v + size / 2 + bend * Math.sin((u / size) * Math.PI));
          const isDark = column >= 0 && row >= 0 && column < size && row < size && dark[row * size + column]!;
          white += isDark === inverted ? 1 : 0;
        }
      light[y * side + x] = white / 9;
    }
  return light;
}

/** Reflectance to grey levels under the damage's light and sensor. */
function expose(light: Float32Array, side: number, damage: Damage, random: () => number): void {
  const { contrast = 1, shade = 0, glare = 0, moire = 0, moirePeriod = 5, noise = 0 } = damage;
  const spot = { x: (0.3 + 0.4 * random()) * side, y: (0.3 + 0.4 * random()) * side, radius: glare * side };
  const phase = random() * 7;
  for (let i = 0; i < light.length; i++) {
    const [x, y] = [i % side, Math.floor(i / side)];
    let value = 128 + (light[i]! - 0.5) * 240 * contrast;
    value *= 1 - (shade * (x + y)) / (2 * side);
    if (moire) {
      const stripes = Math.sin((2 * Math.PI * (x + 0.3 * y)) / moirePeriod + phase);
      const rows = Math.sin((2 * Math.PI * (y - 0.2 * x)) / (moirePeriod * 1.3));
      value *= 1 - (moire * (2 + stripes + rows)) / 4;
    }
    if (spot.radius > 0) {
      const far = Math.hypot(x - spot.x, y - spot.y) / spot.radius;
      value += 400 * Math.max(0, 1 - far * far) ** 2;
    }
    if (noise) value += noise * (random() + random() + random() + random() - 2) * 1.732;
    light[i] = value;
  }
}

function gaussian(light: Float32Array, side: number, sigma: number): Float32Array {
  const radius = Math.ceil(3 * sigma);
  const kernel = Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma))
  );
  const sum = kernel.reduce((total, weight) => total + weight, 0);
  const clamp = (at: number) => Math.min(side - 1, Math.max(0, at));
  const pass = (from: Float32Array, at: (line: number, along: number) => number) => {
    const to = new Float32Array(from.length);
    for (let line = 0; line < side; line++)
      for (let along = 0; along < side; along++) {
        let value = 0;
        for (let k = -radius; k <= radius; k++)
          value += kernel[k + radius]! * from[at(line, clamp(along + k))]!;
        to[at(line, along)] = value / sum;
      }
    return to;
  };
  const rows = pass(light, (line, along) => line * side + along);
  return pass(rows, (line, along) => along * side + line);
}

/** Kinds of damage and how strong each is for a draw of `random`: what students' pictures suffer. */
export const damages: Readonly<Record<string, (random: () => number) => Damage>> = {
  clean: () => ({ module: 4 }),
  lowResolution: (r) => ({ module: 1.7 + 0.7 * r(), jpeg: 80 }),
  blurred: (r) => ({ module: 4 + 2 * r(), blur: 0.4 + 0.2 * r(), noise: 3 }),
  inverted: (r) => ({ module: 3 + 2 * r(), inverted: true, jpeg: 70 }),
  rotated: (r) => ({ module: 4, rotate: 360 * r(), noise: 4, blur: 0.2 }),
  tilted: (r) => ({
    module: 6,
    tilt: 0.3 + 0.2 * r(),
    tiltTowards: 360 * r(),
    rotate: 20 * r(),
    noise: 4,
    blur: 0.2
  }),
  bent: (r) => ({ module: 5, bend: 1 + 1.5 * r(), noise: 4, blur: 0.2 }),
  noisy: (r) => ({ module: 4 + r(), noise: 45 + 30 * r(), contrast: 0.7 }),
  shaded: (r) => ({ module: 4, shade: 0.7 + 0.2 * r(), contrast: 0.6, noise: 4 }),
  pale: (r) => ({ module: 4, contrast: 0.08 + 0.08 * r(), noise: 2, jpeg: 85 }),
  glare: (r) => ({ module: 4, glare: 0.1 + 0.08 * r(), noise: 4 }),
  moire: (r) => ({
    module: 4,
    moire: 0.3 + 0.3 * r(),
    moirePeriod: 2.5 + 10 * r(),
    noise: 6,
    rotate: 4 * r(),
    blur: 0.2
  }),
  messenger: (r) => ({ module: 2.4 + 0.8 * r(), blur: 0.25, jpeg: 25 + 20 * r() }),
  borderless: (r) => ({ module: 3 + 2 * r(), border: 0 }),
  everything: (r) => ({
    module: 4 + r(),
    rotate: 20 * r() - 10,
    tilt: 0.15 * r(),
    tiltTowards: 360 * r(),
    blur: 0.3,
    noise: 12,
    shade: 0.4,
    contrast: 0.7,
    moire: 0.2 * r(),
    jpeg: 50
  })
};
