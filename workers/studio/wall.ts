import { normalNumbers, valueNoise } from './noise';
import type { SitterSettings } from './options';
import { clamp, linearColour, mix, smoothstep, toDisplay } from './paint';

/**
 * The wall behind the sitter as sRGB 0…255 floats, RGB interleaved; `alpha` (of the same size) casts the shadow.
 */
export function drawWall(options: SitterSettings, alpha: Float32Array): Float32Array {
  const { width, height, wall, light, seed } = options;
  const colour = linearColour(wall.colour);
  const next = normalNumbers(seed * 7919 + 17);
  const brightness = light.level * (light.direction === 'back' ? 1 + 0.35 * light.strength : 1);
  const shadow = wall.castShadow > 0 ? castShadow(options, alpha) : null;
  const out = new Float32Array(width * height * 3);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const u = x / width;
      const v = y / width;
      const paint = pattern(wall.busy, u, v);
      const lit = brightness * (1 - wall.gradient * u) * (1 - wall.castShadow * (shadow ? shadow[i]! : 0));
      const grain = wall.noise * next();
      for (let k = 0; k < 3; k++)
        out[i * 3 + k] =
          toDisplay((paint ? mix(colour[k]!, paint[k]!, paint[3]!) : colour[k]!) * lit) + grain;
    }
  return out;
}

/** The sitter's outline thrown to the side away from the light, softened. */
function castShadow({ width, height, light }: SitterSettings, alpha: Float32Array): Float32Array {
  const aside = light.direction === 'left' ? 1 : light.direction === 'right' ? -1 : 0.6;
  const dx = Math.round(0.06 * width * aside);
  const dy = Math.round(0.025 * height);
  const moved = new Float32Array(alpha.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const sx = x - dx;
      const sy = y - dy;
      if (sx >= 0 && sx < width && sy >= 0) moved[y * width + x] = alpha[sy * width + sx]!;
    }
  return blurPlane(moved, width, height, 0.012 * width);
}

/** Gaussian blur of one plane, edges repeated. */
export function blurPlane(plane: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.ceil(3 * sigma);
  const weights = Float32Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * sigma * sigma))
  );
  const total = weights.reduce((sum, w) => sum + w, 0);
  const pass = (
    source: Float32Array,
    step: number,
    length: number,
    lines: number,
    jump: number
  ): Float32Array => {
    const out = new Float32Array(source.length);
    for (let line = 0; line < lines; line++)
      for (let i = 0; i < length; i++) {
        let sum = 0;
        for (let k = -radius; k <= radius; k++) {
          const at = Math.min(length - 1, Math.max(0, i + k));
          sum += weights[k + radius]! * source[line * jump + at * step]!;
        }
        out[line * jump + i * step] = sum / total;
      }
    return out;
  };
  return pass(pass(plane, 1, width, height, width), width, height, width, 1);
}

const mortar = linearColour([196, 190, 182]);
const leafDark = linearColour([46, 84, 44]);
const leafLight = linearColour([142, 170, 96]);
const wood = linearColour([120, 84, 54]);

/** Linear RGB and cover of a busy wall at u, v (both in picture widths); null on a plain one. */
function pattern(busy: SitterSettings['wall']['busy'], u: number, v: number): number[] | null {
  if (busy === 'none') return null;
  if (busy === 'bricks') {
    const row = Math.floor(v / 0.05);
    const bx = u / 0.12 + (row % 2) * 0.5;
    const ex = Math.min(bx % 1, 1 - (bx % 1)) * 0.12;
    const ey = Math.min((v / 0.05) % 1, 1 - ((v / 0.05) % 1)) * 0.05;
    const joint = smoothstep(0.005, 0.0025, Math.min(ex, ey));
    const tone =
      0.7 +
      0.5 * valueNoise(Math.floor(bx) * 3.7, row * 5.1, 1) +
      0.3 * (valueNoise(u * 180, v * 180, 3) - 0.5);
    const brick = linearColour([158, 84, 62]).map((c) => c * tone);
    return [...brick.map((c, k) => mix(c, mortar[k]!, joint)), 1];
  }
  if (busy === 'shelves') {
    const shelf = (v / 0.22) % 1;
    if (shelf > 0.92) return [...wood, 1];
    const book = Math.floor(u / 0.028 + 0.4 * Math.floor(v / 0.22));
    const hue = valueNoise(book * 7.3, Math.floor(v / 0.22) * 3.1, 2);
    const tall = 0.25 + 0.25 * valueNoise(book * 3.3, Math.floor(v / 0.22), 8);
    if (shelf < tall) return [...wood.map((c) => c * 0.35), 1];
    const edge = (u / 0.028 + 0.4 * Math.floor(v / 0.22)) % 1;
    const round = 0.55 + 0.45 * Math.sin(edge * Math.PI);
    return [
      round * clamp(0.9 - 1.4 * hue),
      round * clamp(0.25 + 0.5 * Math.abs(hue - 0.5)),
      round * clamp(1.2 * hue - 0.2),
      1
    ];
  }
  const big = valueNoise(u * 16, v * 16, 1);
  const fine = valueNoise(u * 60 + 5 * big, v * 60, 4);
  return [...leafDark.map((c, k) => mix(c, leafLight[k]!, smoothstep(0.3, 0.8, 0.5 * big + 0.6 * fine))), 1];
}
