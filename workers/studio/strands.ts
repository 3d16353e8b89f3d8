import { project, type Camera } from './camera';
import { thickness } from './hair';
import type { Layer } from './layer';
import type { Point3 } from './mesh';
import { randomNumbers } from './noise';
import type { SitterSettings } from './options';
import { linearColour, mix, toDisplay } from './paint';
import { turnPoint, type Rotation } from './pose';
import type { DepthBuffer } from './raster';
import { aboveSkull } from './skull';

/** A single hair: points in the world, width in cm, sRGB colour. */
interface Strand {
  points: Point3[];
  width: number;
  colour: number[];
}

/** Loose hairs that leave the outline; none on a bald head. */
function looseStrands({ hair, seed }: SitterSettings): Strand[] {
  if (hair.style === 'bald') return [];
  const next = randomNumbers(seed * 31 + 5);
  const base = linearColour(hair.colour);
  const long = hair.style === 'long';
  const strands: Strand[] = [];
  const add = (points: Point3[]): void => {
    const light = 0.7 + 1.1 * next();
    strands.push({
      points,
      width: mix(0.012, 0.034, next() ** 2),
      colour: base.map((c) => toDisplay((c + 0.006) * light))
    });
  };
  for (let i = 0; i < (long ? 420 : 560); i++) {
    const turn = (next() - 0.5) * 0.44;
    const t = 0.08 + 0.5 * next();
    const along = 0.06 + 0.12 * next();
    const away = (0.25 + 0.75 * next() ** 2) * (long ? 0.8 : 1);
    const drift = (next() - 0.5) * 0.07;
    add(
      Array.from({ length: 9 }, (_, k) => {
        const s = k / 8;
        const at = turn + drift * s;
        const back = t + along * s;
        return aboveSkull(at, back, thickness(at, back, long) - 0.05 + away * s ** 1.5);
      })
    );
  }
  // Short hairs soften the hairline on the forehead.
  for (let i = 0; i < 700; i++) {
    const turn = (next() - 0.5) * 0.4;
    const from = 0.03 + 0.03 * next();
    const along = 0.02 + 0.03 * next();
    const drift = (next() - 0.5) * 0.02;
    add(
      Array.from({ length: 5 }, (_, k) =>
        aboveSkull(turn + (drift * k) / 4, from - (along * k) / 4, 0.3 - 0.05 * k)
      )
    );
  }
  if (long)
    for (let i = 0; i < 520; i++) {
      const side = next() < 0.5 ? -1 : 1;
      const from = mix(5, -19, next());
      const length = 3 + 6 * next();
      const away = (next() - 0.2) * 1.5;
      const wave = next() * 6;
      const z = mix(-7, 1, next());
      add(
        Array.from({ length: 12 }, (_, k): Point3 => {
          const s = k / 11;
          const y = from - length * s;
          const v = (6 - y) / 31;
          const wide = 8.7 + 1.4 * Math.min(1, v * 2) - 0.6 * Math.max(0, (v - 0.7) / 0.3);
          return [side * (wide + away * s * s + 0.12 * Math.sin(wave + 5 * s)), y, z];
        })
      );
    }
  return strands;
}

/**
 * Draws loose hairs over the layer where nothing nearer hides them. Thinner than a sample, they cover in part:
 * this is where fractional alpha comes from.
 */
export function drawStrands(
  options: SitterSettings,
  turned: Rotation,
  camera: Camera,
  depth: DepthBuffer,
  layer: Layer
): void {
  const cover = new Float32Array(layer.width * layer.height);
  for (const strand of looseStrands(options)) {
    const line = strand.points.map(([x, y, z]) => project(camera, turnPoint(turned, x, y, z)));
    const touched: number[] = [];
    for (let i = 0; i + 1 < line.length; i++) {
      const a = line[i]!;
      const b = line[i + 1]!;
      const half = (strand.width * camera.focal * a.near) / 2;
      coverSegment(layer, depth, cover, touched, a, b, half);
    }
    for (const sample of touched) {
      const share = cover[sample]!;
      cover[sample] = 0;
      const at = sample * 4;
      for (let k = 0; k < 3; k++)
        layer.data[at + k] = layer.data[at + k]! * (1 - share) + strand.colour[k]! * share;
      layer.data[at + 3] = layer.data[at + 3]! * (1 - share) + share;
    }
  }
}

type Projected = ReturnType<typeof project>;

function coverSegment(
  layer: Layer,
  depth: DepthBuffer,
  cover: Float32Array,
  touched: number[],
  a: Projected,
  b: Projected,
  half: number
): void {
  const reach = half + 1;
  const left = Math.max(0, Math.floor(Math.min(a.x, b.x) - reach));
  const right = Math.min(layer.width - 1, Math.ceil(Math.max(a.x, b.x) + reach));
  const top = Math.max(0, Math.floor(Math.min(a.y, b.y) - reach));
  const bottom = Math.min(layer.height - 1, Math.ceil(Math.max(a.y, b.y) + reach));
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length = dx * dx + dy * dy || 1;
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const t = Math.min(1, Math.max(0, ((x + 0.5 - a.x) * dx + (y + 0.5 - a.y) * dy) / length));
      const away = Math.hypot(x + 0.5 - a.x - t * dx, y + 0.5 - a.y - t * dy);
      // Width of the strand inside a sample-wide window centred `away` from it.
      const share = Math.min(half, away + 0.5) - Math.max(-half, away - 0.5);
      if (share <= 0) continue;
      const sample = y * layer.width + x;
      if (depth.near[sample]! > mix(a.near, b.near, t) + 1e-6) continue;
      if (cover[sample] === 0) touched.push(sample);
      cover[sample] = Math.max(cover[sample]!, Math.min(1, share));
    }
}
