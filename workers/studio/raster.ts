import { project, type Camera } from './camera';
import type { Mesh } from './mesh';

/** A mesh to draw; where `keep` answers false for the locals of a sample, the mesh has a hole. */
export interface Drawable {
  mesh: Mesh;
  keep?: (u: number, v: number, w: number) => boolean;
}

/** What is nearest in each sample: which drawable (−1: nothing), which of its triangles, how near (1/cm). */
export interface DepthBuffer {
  width: number;
  height: number;
  drawable: Int8Array;
  triangle: Int32Array;
  near: Float32Array;
  /** Projected vertices of each drawable: x, y, nearness interleaved. */
  projected: Float32Array[];
}

/** Draws triangles into a depth buffer of `width` × `height` samples; both faces of a triangle are drawn. */
export function rasterise(
  drawables: readonly Drawable[],
  camera: Camera,
  width: number,
  height: number
): DepthBuffer {
  const buffer: DepthBuffer = {
    width,
    height,
    drawable: new Int8Array(width * height).fill(-1),
    triangle: new Int32Array(width * height),
    near: new Float32Array(width * height),
    projected: drawables.map(({ mesh }) => projectAll(mesh.positions, camera))
  };
  drawables.forEach((drawable, index) => drawMesh(buffer, drawable, index));
  return buffer;
}

function projectAll(positions: Float32Array, camera: Camera): Float32Array {
  const projected = new Float32Array(positions.length);
  for (let i = 0; i < positions.length; i += 3) {
    const at = project(camera, [positions[i]!, positions[i + 1]!, positions[i + 2]!]);
    projected[i] = at.x;
    projected[i + 1] = at.y;
    projected[i + 2] = at.near;
  }
  return projected;
}

/** Barycentric weights are measured against this, so that neighbours leave no crack. */
const slack = -1e-4;

function drawMesh(buffer: DepthBuffer, { mesh, keep }: Drawable, index: number): void {
  const { width, height } = buffer;
  const points = buffer.projected[index]!;
  const { triangles, locals } = mesh;
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t]! * 3;
    const b = triangles[t + 1]! * 3;
    const c = triangles[t + 2]! * 3;
    const ax = points[a]!;
    const ay = points[a + 1]!;
    const bx = points[b]!;
    const by = points[b + 1]!;
    const cx = points[c]!;
    const cy = points[c + 1]!;
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (area === 0) continue;
    const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
    const right = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
    const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
    const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
    for (let y = top; y <= bottom; y++) {
      const py = y + 0.5 - ay;
      const across = (cx - ax) * py;
      const along = (bx - ax) * py;
      for (let x = left; x <= right; x++) {
        const px = x + 0.5 - ax;
        const wb = (px * (cy - ay) - across) / area;
        if (wb < slack) continue;
        const wc = (along - px * (by - ay)) / area;
        if (wc < slack) continue;
        const wa = 1 - wb - wc;
        if (wa < slack) continue;
        const near = wa * points[a + 2]! + wb * points[b + 2]! + wc * points[c + 2]!;
        const sample = y * width + x;
        if (near <= buffer.near[sample]!) continue;
        if (
          keep &&
          !keep(
            wa * locals[a]! + wb * locals[b]! + wc * locals[c]!,
            wa * locals[a + 1]! + wb * locals[b + 1]! + wc * locals[c + 1]!,
            wa * locals[a + 2]! + wb * locals[b + 2]! + wc * locals[c + 2]!
          )
        )
          continue;
        buffer.near[sample] = near;
        buffer.drawable[sample] = index;
        buffer.triangle[sample] = t;
      }
    }
  }
}
