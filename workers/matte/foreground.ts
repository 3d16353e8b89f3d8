import type { Plane, RgbaImage } from '../image/image';

/** Weights and rounds as Germer et al. use them. */
const regularisation = 1e-5;
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
 * @returns r, g, b interleaved, 0…1; where alpha is 1, the picture's own, where it is 0 nothing that counts
 */
export function estimateForeground(image: RgbaImage, alpha: Plane): Float32Array {
  const { width, height } = image;
  let layers = seed(image, alpha);
  for (const [w, h] of levelSizes(width, height)) {
    const level = sample(image, alpha, w, h);
    // Of the last level nothing is read but what is relaxed; smaller ones are enlarged as a whole.
    const needed = w === width && h === height ? readPixels(level.active, w, h) : undefined;
    layers = enlarge(layers, w, h, needed);
    relax(layers, level, roundsOf(w, h));
  }
  ownColours(layers.front, image, alpha);
  return layers.front;
}

/** From one pixel to the picture's own size. */
function levelSizes(width: number, height: number): [number, number][] {
  const levels = Math.ceil(Math.log2(Math.max(width, height)));
  const side = (length: number, level: number) => Math.max(1, Math.round(length ** (level / levels)));
  return Array.from({ length: levels + 1 }, (_, level) => [side(width, level), side(height, level)]);
}

const roundsOf = (w: number, h: number) => (w <= smallSide && h <= smallSide ? smallRounds : largeRounds);

/** Where alpha is 1 the colours are the picture's. */
function ownColours(front: Float32Array, image: RgbaImage, alpha: Plane): void {
  for (let i = 0; i < alpha.data.length; i++)
    if (alpha.data[i]! >= 1) for (let c = 0; c < 3; c++) front[i * 3 + c] = image.data[i * 4 + c]! / 255;
}

/** One pixel each: the alpha-weighted means. */
function seed(image: RgbaImage, alpha: Plane): Layers {
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

/** Each pixel takes the colours of the one it lies in; where `needed` is given, only those pixels. */
function enlarge({ front, back, width, height }: Layers, w: number, h: number, needed?: Int32Array): Layers {
  if (w === width && h === height) return { front, back, width, height };
  const grown = {
    front: new Float32Array(w * h * 3),
    back: new Float32Array(w * h * 3),
    width: w,
    height: h
  };
  const column = Int32Array.from({ length: w }, (_, x) => Math.floor((x * width) / w));
  const count = needed?.length ?? w * h;
  for (let k = 0; k < count; k++) {
    const at = needed ? needed[k]! : k;
    const y = (at / w) | 0;
    const from = (Math.floor((y * height) / h) * width + column[at - y * w]!) * 3;
    const to = at * 3;
    for (let c = 0; c < 3; c++) {
      grown.front[to + c] = front[from + c]!;
      grown.back[to + c] = back[from + c]!;
    }
  }
  return grown;
}

interface Level {
  /** Of the active pixels, r, g, b, in their order. */
  colours: Float32Array;
  alpha: Float32Array;
  active: Int32Array;
}

function sample(image: RgbaImage, alpha: Plane, w: number, h: number): Level {
  const column = Int32Array.from({ length: w }, (_, x) => Math.floor((x * image.width) / w));
  const a = new Float32Array(w * h);
  for (let y = 0, to = 0; y < h; y++) {
    const row = Math.floor((y * image.height) / h) * image.width;
    for (let x = 0; x < w; x++, to++) a[to] = alpha.data[row + column[x]!]!;
  }
  const active = activePixels(a, w, h);
  const colours = new Float32Array(active.length * 3);
  for (let k = 0; k < active.length; k++) {
    const y = (active[k]! / w) | 0;
    const from = Math.floor((y * image.height) / h) * image.width + column[active[k]! - y * w]!;
    for (let c = 0; c < 3; c++) colours[k * 3 + c] = image.data[from * 4 + c]! / 255;
  }
  return { colours, alpha: a, active };
}

/** The active pixels and their neighbours: what relaxing reads. */
function readPixels(active: Int32Array, w: number, h: number): Int32Array {
  const read = new Uint8Array(w * h);
  for (let k = 0; k < active.length; k++) {
    const at = active[k]!;
    const x = at % w;
    read[at] = 1;
    if (at >= w) read[at - w] = 1;
    if (at + w < w * h) read[at + w] = 1;
    if (x > 0) read[at - 1] = 1;
    if (x < w - 1) read[at + 1] = 1;
  }
  const pixels = new Int32Array(w * h);
  let count = 0;
  for (let at = 0; at < read.length; at++) if (read[at]) pixels[count++] = at;
  return pixels.subarray(0, count);
}

/** Pixels worth relaxing: the band and one around it; all of them on small levels. */
function activePixels(alpha: Float32Array, w: number, h: number): Int32Array {
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

/** Gauss–Seidel rounds on the 2 × 2 system of each pixel and colour. Written out: this is where the time goes. */
function relax(
  { front, back, width, height }: Layers,
  { colours, alpha, active }: Level,
  rounds: number
): void {
  const last = width * (height - 1);
  for (let round = 0; round < rounds; round++)
    for (let k = 0; k < active.length; k++) {
      const at = active[k]!;
      const x = at % width;
      const a = alpha[at]!;
      const b = 1 - a;
      const above = at >= width ? at - width : at;
      const below = at < last ? at + width : at;
      const left = x > 0 ? at - 1 : at;
      const right = x < width - 1 ? at + 1 : at;
      const wa = regularisation + Math.abs(a - alpha[above]!);
      const wb = regularisation + Math.abs(a - alpha[below]!);
      const wl = regularisation + Math.abs(a - alpha[left]!);
      const wr = regularisation + Math.abs(a - alpha[right]!);
      const total = wa + wb + wl + wr;
      const p = a * a + total;
      const q = a * b;
      const r = b * b + total;
      const scale = 1 / (p * r - q * q);
      for (let c = 0; c < 3; c++) {
        const i = at * 3 + c;
        const up = above * 3 + c;
        const down = below * 3 + c;
        const west = left * 3 + c;
        const east = right * 3 + c;
        const f = wa * front[up]! + wb * front[down]! + wl * front[west]! + wr * front[east]!;
        const g = wa * back[up]! + wb * back[down]! + wl * back[west]! + wr * back[east]!;
        const own = colours[k * 3 + c]!;
        const u = f + a * own;
        const v = g + b * own;
        front[i] = clamp((r * u - q * v) * scale);
        back[i] = clamp((p * v - q * u) * scale);
      }
    }
}

const clamp = (value: number) => (value < 0 ? 0 : value > 1 ? 1 : value);
