import { tubeMesh } from './body';
import type { Camera } from './camera';
import type { Part } from './part';
import type { Layer } from './layer';
import { sheet, type Point3 } from './mesh';
import type { SitterSettings } from './options';
import { linearColour, mix, smoothstep, setScaled, type Material } from './paint';
import { turnMesh, type Rotation } from './pose';
import { rasterise, type DepthBuffer } from './raster';
import { blend, weigh } from './resolve';

/** Middle and half sizes of a lens on the canonical face, cm. */
const lens = { x: 3.35, y: 2.35, halfWidth: 2.55, halfHeight: 1.85 };
const frameColour = linearColour([30, 28, 30]);

/** Lenses lie before brows and cheeks and bend back a little towards the temples. */
function depthAt(x: number): number {
  return 6.1 - 0.045 * x * x;
}

/** A rounded rectangle: the point at `a` radians round the lens, `share` of the way from its middle. */
function lensPoint(side: -1 | 1, a: number, share: number): Point3 {
  const bend = (v: number): number => Math.sign(v) * Math.abs(v) ** 0.6;
  const x = side * (lens.x + share * lens.halfWidth * bend(Math.cos(a)));
  const y = lens.y + share * lens.halfHeight * bend(Math.sin(a)) * (1 + 0.05 * Math.cos(a));
  return [x, y, depthAt(x)];
}

/** The frame: two rims, a bridge and two temples. */
export function glassesParts(): Part[] {
  const material: Material = (_u, _v, _w, surface) => {
    setScaled(surface, frameColour, 1);
    surface.gloss = 0.09;
    surface.occlusion = 1;
  };
  const lines: Point3[][] = [
    Array.from({ length: 13 }, (_, i): Point3 => {
      const x = mix(-0.85, 0.85, i / 12);
      return [x, 2.95 + 0.3 * (1 - (x / 0.85) ** 2), 6.05 + 0.25 * (1 - (x / 0.85) ** 2)];
    })
  ];
  for (const side of [-1, 1] as const) {
    lines.push(Array.from({ length: 73 }, (_, i) => lensPoint(side, (i / 72) * 2 * Math.PI, 1)));
    lines.push(
      Array.from({ length: 20 }, (_, i): Point3 => {
        const s = i / 19;
        return [side * mix(5.85, 8.35, s ** 0.4), mix(3.3, 3, s), mix(depthAt(5.85), -3.6, s)];
      })
    );
  }
  return lines.map((line) => ({ name: 'glasses', mesh: tubeMesh(line, 0.13), material }));
}

/** Lays the lenses over what is behind them: a faint sheen, a dark tint, or the lamp's reflection. */
export function drawLenses(
  kind: Exclude<SitterSettings['glasses'], 'none'>,
  turned: Rotation,
  camera: Camera,
  depth: DepthBuffer,
  layer: Layer
): void {
  const lenses = ([-1, 1] as const).map((side) => ({
    mesh: turnMesh(
      turned,
      sheet(
        49,
        8,
        (u, v) => lensPoint(side, u * 2 * Math.PI, v),
        // Locals: place on the lens, −1…1 to the picture's right and up.
        (_u, _v, [x, y]) => [(x - side * lens.x) / lens.halfWidth, (y - lens.y) / lens.halfHeight, 0]
      )
    )
  }));
  const before = rasterise(lenses, camera, layer.width, layer.height);
  const corners = new Uint32Array(3);
  const weights = new Float64Array(3);
  const local = new Float32Array(3);
  for (let sample = 0; sample < before.near.length; sample++) {
    const index = before.drawable[sample]!;
    if (index < 0 || before.near[sample]! < depth.near[sample]!) continue;
    const { mesh } = lenses[index]!;
    const triangle = before.triangle[sample]!;
    for (let k = 0; k < 3; k++) corners[k] = mesh.triangles[triangle + k]! * 3;
    const x = sample % layer.width;
    const y = Math.floor(sample / layer.width);
    weigh(before.projected[index]!, corners, x + 0.5, y + 0.5, weights);
    blend(mesh.locals, corners, weights, local);
    film(kind, local[0]!, local[1]!, layer.data, sample * 4);
  }
}

function film(kind: string, x: number, y: number, data: Float32Array, at: number): void {
  const through = kind === 'tinted' ? 0.42 : 0.985;
  const slant = x * 0.8 + y;
  const glare =
    kind === 'glare'
      ? 0.9 * smoothstep(0.62, 0.4, Math.abs(slant - 0.25)) * smoothstep(1, 0.8, Math.hypot(x, y))
      : 0.03 * smoothstep(0.4, 0.2, Math.abs(slant - 0.7));
  const cover = data[at + 3]!;
  for (let k = 0; k < 3; k++) data[at + k] = mix(data[at + k]! * through, 252 * cover, glare);
}
