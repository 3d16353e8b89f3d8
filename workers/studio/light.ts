import { cameraDistance } from './camera';
import type { Mesh, Point3 } from './mesh';
import type { LightOptions } from './options';
import type { Surface } from './paint';
import { rasterise } from './raster';

const directions: Record<LightOptions['direction'], Point3> = {
  front: [0, 0.38, 1],
  left: [-1, 0.25, 0.42],
  right: [1, 0.25, 0.42],
  top: [0, 1, 0.28],
  back: [0.15, 0.45, -1]
};

/** Light falling on the sitter from a key lamp and from everywhere. */
export interface Lighting {
  /** Towards the lamp, unit length. */
  direction: Point3;
  /** Half-way between lamp and camera, unit length. */
  halfway: Point3;
  key: number;
  ambient: number;
  /** How much of the lamp a point of the world sees, 0…1. */
  visible(x: number, y: number, z: number): number;
}

/** Samples along each side of the lamp's view. */
const viewSize = 640;
/** cm of the lamp's view. */
const viewSpan = 90;
const middle: Point3 = [0, -8, -4];
/** Half side and step of the softening patch, samples; how much nearer than itself a spot's shade must be, cm. */
const reach = 6;
const step = 3;
const bias = 0.9;

/** The lighting of `options` on meshes that shade one another. */
export function lighting(options: LightOptions, meshes: readonly Mesh[]): Lighting {
  const towards = directions[options.direction];
  const direction = unit(towards);
  const back = options.direction === 'back';
  const { strength, level } = options;
  return {
    direction,
    halfway: unit([direction[0], direction[1], direction[2] + 1]),
    key: 1.12 * level * strength,
    ambient: level * (1 - (back ? 0.86 : 0.92) * strength) * (back ? 0.8 : 1),
    visible: shadowView(direction, meshes)
  };
}

/** Depths from the lamp, far away on its side, softened over a patch as of a lamp with a large shade. */
function shadowView(direction: Point3, meshes: readonly Mesh[]): Lighting['visible'] {
  const up: Point3 = Math.abs(direction[1]) > 0.9 ? [0, 0, -1] : [0, 1, 0];
  const right = unit(cross(up, direction));
  const above = cross(direction, right);
  const far = 100 * cameraDistance;
  const scale = viewSize / viewSpan;
  const toView = (x: number, y: number, z: number): Point3 => {
    const dx = x - middle[0];
    const dy = y - middle[1];
    const dz = z - middle[2];
    return [
      right[0] * dx + right[1] * dy + right[2] * dz,
      above[0] * dx + above[1] * dy + above[2] * dz,
      direction[0] * dx + direction[1] * dy + direction[2] * dz
    ];
  };
  const turned = meshes.map((mesh) => {
    const positions = new Float32Array(mesh.positions.length);
    for (let i = 0; i < positions.length; i += 3)
      positions.set(toView(mesh.positions[i]!, mesh.positions[i + 1]!, mesh.positions[i + 2]!), i);
    return { mesh: { ...mesh, positions } };
  });
  const camera = { focal: scale * far, distance: far, x: viewSize / 2, y: viewSize / 2 };
  const view = rasterise(turned, camera, viewSize, viewSize);
  const height = view.near.map((near) => (near > 0 ? far - 1 / near : -1e9));
  const { lowest, highest } = extremes(height);

  return (x, y, z) => {
    const dx = x - middle[0];
    const dy = y - middle[1];
    const dz = z - middle[2];
    const px = Math.round(viewSize / 2 + scale * (right[0] * dx + right[1] * dy + right[2] * dz));
    const py = Math.round(viewSize / 2 - scale * (above[0] * dx + above[1] * dy + above[2] * dz));
    const nearer = direction[0] * dx + direction[1] * dy + direction[2] * dz + bias;
    if (px < reach || py < reach || px >= viewSize - reach || py >= viewSize - reach) return 1;
    const at = py * viewSize + px;
    // Mostly the whole patch is on one side.
    if (highest[at]! < nearer) return 1;
    if (lowest[at]! >= nearer) return 0;
    let lit = 0;
    for (let sy = py - reach; sy <= py + reach; sy += step)
      for (let sx = px - reach; sx <= px + reach; sx += step) if (height[sy * viewSize + sx]! < nearer) lit++;
    return lit / (2 * (reach / step) + 1) ** 2;
  };
}

/** The lowest and the highest of the heights that `visible` asks for round each sample; too close to an edge none. */
function extremes(height: Float32Array): { lowest: Float32Array; highest: Float32Array } {
  const along = (low: Float32Array, high: Float32Array, stride: number) => {
    const lowest = new Float32Array(low.length);
    const highest = new Float32Array(low.length);
    for (let i = reach * stride; i < low.length - reach * stride; i++) {
      let least = low[i]!;
      let most = high[i]!;
      for (let k = -reach; k <= reach; k += step) {
        const a = low[i + k * stride]!;
        const b = high[i + k * stride]!;
        if (a < least) least = a;
        if (b > most) most = b;
      }
      lowest[i] = least;
      highest[i] = most;
    }
    return { lowest, highest };
  };
  const { lowest, highest } = along(height, height, 1);
  return along(lowest, highest, viewSize);
}

function cross(a: Point3, b: Point3): Point3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function unit(a: Point3): Point3 {
  const length = Math.hypot(...a) || 1;
  return [a[0] / length, a[1] / length, a[2] / length];
}

/** Linear light leaving a spot with the given unit normal (towards the camera) at a place of the world. */
export function shade(
  surface: Surface,
  light: Lighting,
  normal: Float32Array,
  place: Float32Array,
  out: Float32Array
): void {
  const nx = normal[0]!;
  const ny = normal[1]!;
  const nz = normal[2]!;
  const { direction, halfway } = light;
  const facing = nx * direction[0] + ny * direction[1] + nz * direction[2];
  // Skin and cloth scatter a little light round the edge of shadow.
  const wrapped = Math.max(0, (facing + 0.18) / 1.18);
  const seen = wrapped > 0 && light.key > 0 ? light.visible(place[0]!, place[1]!, place[2]!) : 0;
  const key = light.key * wrapped * seen;
  const ambient = light.ambient * surface.occlusion * (0.8 + 0.14 * ny + 0.16 * Math.max(0, nz));
  // Blinn–Phong with the viewer straight ahead.
  const half = Math.max(0, nx * halfway[0] + ny * halfway[1] + nz * halfway[2]);
  const half2 = half * half;
  const half4 = half2 * half2;
  const half16 = half4 * half4 * half4 * half4;
  const mirror =
    surface.gloss * (light.key * seen * 2.4 * half16 * half4 * half2 + 0.25 * light.ambient * (1 - nz) ** 2);
  const received = key * (0.55 + 0.45 * surface.occlusion) + ambient;
  out[0] = surface.r * received + mirror;
  out[1] = surface.g * received + mirror;
  out[2] = surface.b * received + mirror;
}
