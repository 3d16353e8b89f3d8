/** Small functions that every material paints with. */
import { toLinear } from '../image/luminance';

/** The nearest value to `x` in [low, high]. */
export function clamp(x: number, low = 0, high = 1): number {
  return x < low ? low : x > high ? high : x;
}

/** Linear interpolation: `a` at t = 0, `b` at t = 1. */
export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** 0 at `from`, 1 at `to` (which may be smaller), smooth between. */
export function smoothstep(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from));
  return t * t * (3 - 2 * t);
}

const encoded = Float32Array.from({ length: 4097 }, (_, i) => {
  const v = i / 4096;
  return 255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);
});

/** Linear light to sRGB 0…255, not rounded; above 1 it burns out softly, as cameras do. */
export function toDisplay(light: number): number {
  const rolled = light < 0.8 ? light : 1 - 0.2 * Math.exp(-(light - 0.8) / 0.2);
  const at = clamp(rolled) * 4096;
  const i = Math.min(4095, at | 0);
  return encoded[i]! + (encoded[i + 1]! - encoded[i]!) * (at - i);
}

/** How a spot of a surface answers light: linear albedo, mirror share 0…1, share of the surroundings it sees. */
export interface Surface {
  r: number;
  g: number;
  b: number;
  gloss: number;
  occlusion: number;
}

/** Fills `surface` for a spot given by its mesh's locals. */
export type Material = (x: number, y: number, z: number, surface: Surface) => void;

/** Sets the surface's colour to `colour` × `share`. */
export function setScaled(surface: Surface, colour: readonly number[], share: number): void {
  surface.r = colour[0]! * share;
  surface.g = colour[1]! * share;
  surface.b = colour[2]! * share;
}

/** Moves the surface's colour towards `colour` × `scale` by `share`. */
export function tint(surface: Surface, colour: readonly number[], share: number, scale = 1): void {
  surface.r = mix(surface.r, colour[0]! * scale, share);
  surface.g = mix(surface.g, colour[1]! * scale, share);
  surface.b = mix(surface.b, colour[2]! * scale, share);
}

/** sRGB levels 0…255 as linear light 0…1 (IEC 61966-2-1). */
export function linearColour(bytes: readonly number[]): number[] {
  return bytes.map(toLinear);
}

/** A closed outline in the plane, rounded between its corners (Catmull–Rom), with signed distances. */
export interface Shape {
  points: Float32Array;
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** The outline through `corners`, in their unit; `steps` points from each corner to the next. */
export function roundedShape(corners: readonly (readonly [number, number])[], steps = 4): Shape {
  const points: number[] = [];
  const n = corners.length;
  for (let i = 0; i < n; i++)
    for (let s = 0; s < steps; s++) {
      const t = s / steps;
      const [a, b, c, d] = [-1, 0, 1, 2].map((k) => corners[(i + k + n) % n]!);
      for (const k of [0, 1] as const)
        points.push(
          0.5 *
            (2 * b![k] +
              (c![k] - a![k]) * t +
              (2 * a![k] - 5 * b![k] + 4 * c![k] - d![k]) * t * t +
              (3 * b![k] - a![k] - 3 * c![k] + d![k]) * t * t * t)
        );
    }
  const xs = points.filter((_, i) => i % 2 === 0);
  const ys = points.filter((_, i) => i % 2 === 1);
  return {
    points: Float32Array.from(points),
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys)
  };
}

/** Distance from (x, y) to the outline, positive inside; −`far` when more than `far` outside its box. */
export function inside(shape: Shape, x: number, y: number, far = 1): number {
  if (x < shape.left - far || x > shape.right + far || y < shape.bottom - far || y > shape.top + far)
    return -far;
  const { points } = shape;
  let nearest = Infinity;
  let within = false;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const ax = points[i]!;
    const ay = points[i + 1]!;
    const bx = points[j]!;
    const by = points[j + 1]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
    const dx = bx - ax;
    const dy = by - ay;
    const t = clamp(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1));
    const d = (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
    if (d < nearest) nearest = d;
  }
  const d = Math.sqrt(nearest);
  return within ? d : -d;
}
