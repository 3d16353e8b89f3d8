import type { Part } from './part';
import type { Layer } from './layer';
import { shade, type Lighting } from './light';
import { toDisplay, type Surface } from './paint';
import type { DepthBuffer } from './raster';

/** Paints and lights what the depth buffer shows, into a layer of the same size. */
export function resolve(buffer: DepthBuffer, parts: readonly Part[], light: Lighting, layer: Layer): void {
  const surface: Surface = { r: 0, g: 0, b: 0, gloss: 0, occlusion: 1 };
  // One set of scratch vectors for millions of samples.
  const corners = new Uint32Array(3);
  const weights = new Float64Array(3);
  const local = new Float32Array(3);
  const normal = new Float32Array(3);
  const place = new Float32Array(3);
  const out = new Float32Array(3);
  for (let y = 0, sample = 0; y < buffer.height; y++)
    for (let x = 0; x < buffer.width; x++, sample++) {
      const drawable = buffer.drawable[sample]!;
      if (drawable < 0) continue;
      const { mesh, material } = parts[drawable]!;
      const t = buffer.triangle[sample]!;
      corners[0] = mesh.triangles[t]! * 3;
      corners[1] = mesh.triangles[t + 1]! * 3;
      corners[2] = mesh.triangles[t + 2]! * 3;
      weigh(buffer.projected[drawable]!, corners, x + 0.5, y + 0.5, weights);
      blend(mesh.locals, corners, weights, local);
      blend(mesh.normals, corners, weights, normal);
      blend(mesh.positions, corners, weights, place);
      turnToCamera(normal, mesh.normals, corners);
      material(local[0]!, local[1]!, local[2]!, surface);
      shade(surface, light, normal, place, out);
      const to = sample * 4;
      layer.data[to] = toDisplay(out[0]!);
      layer.data[to + 1] = toDisplay(out[1]!);
      layer.data[to + 2] = toDisplay(out[2]!);
      layer.data[to + 3] = 1;
    }
}

/** Barycentric weights of the picture point (x, y) between three projected corners. */
export function weigh(
  points: Float32Array,
  corners: Uint32Array,
  x: number,
  y: number,
  weights: Float64Array
): void {
  const a = corners[0]!;
  const b = corners[1]!;
  const c = corners[2]!;
  const ux = points[b]! - points[a]!;
  const uy = points[b + 1]! - points[a + 1]!;
  const vx = points[c]! - points[a]!;
  const vy = points[c + 1]! - points[a + 1]!;
  const px = x - points[a]!;
  const py = y - points[a + 1]!;
  const area = ux * vy - vx * uy;
  weights[1] = (px * vy - vx * py) / area;
  weights[2] = (ux * py - px * uy) / area;
  weights[0] = 1 - weights[1] - weights[2];
}

/** Vector between three corners' vectors. */
export function blend(
  values: Float32Array,
  corners: Uint32Array,
  weights: Float64Array,
  out: Float32Array
): void {
  const a = corners[0]!;
  const b = corners[1]!;
  const c = corners[2]!;
  const wa = weights[0]!;
  const wb = weights[1]!;
  const wc = weights[2]!;
  out[0] = wa * values[a]! + wb * values[b]! + wc * values[c]!;
  out[1] = wa * values[a + 1]! + wb * values[b + 1]! + wc * values[c + 1]!;
  out[2] = wa * values[a + 2]! + wb * values[b + 2]! + wc * values[c + 2]!;
}

/** Makes the normal unit length; where the inside of an open sheet is seen, turns it to the camera. */
function turnToCamera(normal: Float32Array, normals: Float32Array, corners: Uint32Array): void {
  const away =
    normals[corners[0]! + 2]! < 0 && normals[corners[1]! + 2]! < 0 && normals[corners[2]! + 2]! < 0;
  const length = Math.sqrt(normal[0]! ** 2 + normal[1]! ** 2 + normal[2]! ** 2) || 1;
  const by = away ? -length : length;
  normal[0]! /= by;
  normal[1]! /= by;
  normal[2]! /= by;
}
