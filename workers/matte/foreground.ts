import type { Plane, RgbaImage } from '../image/image';

/** Weights and rounds as Germer et al. use them. */
export const regularisation = 1e-5;
const smallSide = 32;
const smallRounds = 10;
const largeRounds = 2;

/** Foreground and background colours, 0…1, r, g, b interleaved. */
interface Layers {
  front: Float32Array;
  back: Float32Array;
  width: number;
  height: number;
}

/**
 * The sitter's own colours where hair and edges mix with the wall: fast multi-level foreground estimation
 * (Germer, Uelwer, Conrad and Harmeling, ICPR 2020).
 *
 * @param alpha of the picture's size, 0…1
 * @returns r, g, b interleaved, 0…1; where alpha is 1, the picture's own
 */
export function estimateForeground(image: RgbaImage, alpha: Plane): Float32Array {
  const { width, height } = image;
  let layers = seed(image, alpha);
  for (const [w, h] of levelSizes(width, height)) {
    layers = enlarge(layers, w, h);
    relax(layers, sample(image, alpha, w, h), roundsOf(w, h));
  }
  ownColours(layers.front, image, alpha);
  return layers.front;
}

/** From one pixel to the picture's own size. */
export function levelSizes(width: number, height: number): [number, number][] {
  const levels = Math.ceil(Math.log2(Math.max(width, height)));
  const side = (length: number, level: number) => Math.max(1, Math.round(length ** (level / levels)));
  return Array.from({ length: levels + 1 }, (_, level) => [side(width, level), side(height, level)]);
}

export const roundsOf = (w: number, h: number) =>
  w <= smallSide && h <= smallSide ? smallRounds : largeRounds;

/** Where alpha is 1 the colours are the picture's. */
export function ownColours(front: Float32Array, image: RgbaImage, alpha: Plane): void {
  for (let i = 0; i < alpha.data.length; i++)
    if (alpha.data[i]! >= 1) for (let c = 0; c < 3; c++) front[i * 3 + c] = image.data[i * 4 + c]! / 255;
}

/** One pixel each: the alpha-weighted means. */
export function seed(image: RgbaImage, alpha: Plane): Layers {
  const front = new Float32Array(3);
  const back = new Float32Array(3);
  let weight = 0;
  for (let i = 0; i < alpha.data.length; i++) {
    const a = alpha.data[i]!;
    weight += a;
    for (let c = 0; c < 3; c++) {
      const value = image.data[i * 4 + c]! / 255;
      front[c]! += a * value;
      back[c]! += (1 - a) * value;
    }
  }
  const rest = alpha.data.length - weight;
  return {
    front: front.map((value) => value / (weight || 1)),
    back: back.map((value) => value / (rest || 1)),
    width: 1,
    height: 1
  };
}

function enlarge({ front, back, width, height }: Layers, w: number, h: number): Layers {
  if (w === width && h === height) return { front, back, width, height };
  const grown = {
    front: new Float32Array(w * h * 3),
    back: new Float32Array(w * h * 3),
    width: w,
    height: h
  };
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const from = (Math.floor((y * height) / h) * width + Math.floor((x * width) / w)) * 3;
      const to = (y * w + x) * 3;
      for (let c = 0; c < 3; c++) {
        grown.front[to + c] = front[from + c]!;
        grown.back[to + c] = back[from + c]!;
      }
    }
  return grown;
}

interface Level {
  colours: Float32Array;
  alpha: Float32Array;
  active: Int32Array;
}

function sample(image: RgbaImage, alpha: Plane, w: number, h: number): Level {
  const colours = new Float32Array(w * h * 3);
  const a = new Float32Array(w * h);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const from = Math.floor((y * image.height) / h) * image.width + Math.floor((x * image.width) / w);
      const to = y * w + x;
      a[to] = alpha.data[from]!;
      for (let c = 0; c < 3; c++) colours[to * 3 + c] = image.data[from * 4 + c]! / 255;
    }
  return { colours, alpha: a, active: activePixels(a, w, h) };
}

/** Pixels worth relaxing: the band and one around it; all of them on small levels. */
export function activePixels(alpha: Float32Array, w: number, h: number): Int32Array {
  const active = new Int32Array(w * h);
  let count = 0;
  const mixed = (at: number) => alpha[at]! > 0 && alpha[at]! < 1;
  for (let at = 0; at < w * h; at++)
    if (
      w <= 2 * smallSide ||
      mixed(at) ||
      (at >= w && mixed(at - w)) ||
      (at + w < w * h && mixed(at + w)) ||
      (at > 0 && mixed(at - 1)) ||
      (at + 1 < w * h && mixed(at + 1))
    )
      active[count++] = at;
  return active.subarray(0, count);
}

/** Gauss–Seidel rounds on the 2 × 2 system of each pixel and colour. */
function relax(
  { front, back, width, height }: Layers,
  { colours, alpha, active }: Level,
  rounds: number
): void {
  for (let round = 0; round < rounds; round++)
    for (const at of active) {
      const x = at % width;
      const a = alpha[at]!;
      const b = 1 - a;
      const around = [
        at >= width ? at - width : at,
        at + width < width * height ? at + width : at,
        x > 0 ? at - 1 : at,
        x < width - 1 ? at + 1 : at
      ];
      let total = 0;
      let [f0, f1, f2, b0, b1, b2] = [0, 0, 0, 0, 0, 0];
      for (let k = 0; k < 4; k++) {
        const to = around[k]!;
        const weight = regularisation + Math.abs(a - alpha[to]!);
        const j = to * 3;
        total += weight;
        f0 += weight * front[j]!;
        f1 += weight * front[j + 1]!;
        f2 += weight * front[j + 2]!;
        b0 += weight * back[j]!;
        b1 += weight * back[j + 1]!;
        b2 += weight * back[j + 2]!;
      }
      const p = a * a + total;
      const q = a * b;
      const r = b * b + total;
      const scale = 1 / (p * r - q * q);
      const i = at * 3;
      const set = (c: number, f: number, g: number) => {
        const u = f + a * colours[i + c]!;
        const v = g + b * colours[i + c]!;
        front[i + c] = clamp((r * u - q * v) * scale);
        back[i + c] = clamp((p * v - q * u) * scale);
      };
      set(0, f0, b0);
      set(1, f1, b1);
      set(2, f2, b2);
    }
}

const clamp = (value: number) => (value < 0 ? 0 : value > 1 ? 1 : value);
