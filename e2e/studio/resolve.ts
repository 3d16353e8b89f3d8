import type { Part } from './figure';
import type { Layer } from './layer';
import { shade, type Lighting } from './light';
import { toDisplay, type Surface } from './paint';
import type { DepthBuffer } from './raster';

/** Paints and lights what the depth buffer shows, into a layer of the same size. */
export function resolve(buffer: DepthBuffer, parts: readonly Part[], light: Lighting, layer: Layer): void {
  const surface: Surface = { r: 0, g: 0, b: 0, gloss: 0, occlusion: 1 };
  const out = new Float32Array(3);
  for (let y = 0, sample = 0; y < buffer.height; y++)
    for (let x = 0; x < buffer.width; x++, sample++) {
      const drawable = buffer.drawable[sample]!;
      if (drawable < 0) continue;
      const { mesh, material } = parts[drawable]!;
      const points = buffer.projected[drawable]!;
      const t = buffer.triangle[sample]!;
      const a = mesh.triangles[t]! * 3;
      const b = mesh.triangles[t + 1]! * 3;
      const c = mesh.triangles[t + 2]! * 3;
      const ux = points[b]! - points[a]!;
      const uy = points[b + 1]! - points[a + 1]!;
      const vx = points[c]! - points[a]!;
      const vy = points[c + 1]! - points[a + 1]!;
      const px = x + 0.5 - points[a]!;
      const py = y + 0.5 - points[a + 1]!;
      const area = ux * vy - vx * uy;
      const wb = (px * vy - vx * py) / area;
      const wc = (ux * py - px * uy) / area;
      const wa = 1 - wb - wc;
      const at = (values: Float32Array, k: number): number =>
        wa * values[a + k]! + wb * values[b + k]! + wc * values[c + k]!;
      material(at(mesh.locals, 0), at(mesh.locals, 1), at(mesh.locals, 2), surface);
      let [nx, ny, nz] = [at(mesh.normals, 0), at(mesh.normals, 1), at(mesh.normals, 2)];
      const length = (Math.hypot(nx, ny, nz) || 1) * (nz < 0 && facesAway(mesh.normals, a, b, c) ? -1 : 1);
      [nx, ny, nz] = [nx / length, ny / length, nz / length];
      shade(
        surface,
        light,
        [nx, ny, nz],
        [at(mesh.positions, 0), at(mesh.positions, 1), at(mesh.positions, 2)],
        out
      );
      const to = sample * 4;
      for (let k = 0; k < 3; k++) layer.data[to + k] = toDisplay(out[k]!);
      layer.data[to + 3] = 1;
    }
}

/** All three corners' normals point away from the camera: the inside of an open sheet is seen. */
function facesAway(normals: Float32Array, a: number, b: number, c: number): boolean {
  return normals[a + 2]! < 0 && normals[b + 2]! < 0 && normals[c + 2]! < 0;
}
