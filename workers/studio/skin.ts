import { innerLips, outerLips } from '../face/parts';
import { brows, eyes } from './face-mesh';
import { paintEye, type EyeShape } from './eye';
import { valueNoise } from './noise';
import type { SkinTone } from './options';
import {
  clamp,
  inside,
  linearColour,
  roundedShape,
  smoothstep,
  tint,
  type Material,
  type Shape,
  type Surface
} from './paint';

/** sRGB of evenly lit skin; after the range of the Monk scale, without its ends. */
const tones: Record<SkinTone, readonly number[]> = {
  light: [238, 204, 184],
  fair: [226, 183, 154],
  tan: [201, 152, 118],
  brown: [156, 109, 80],
  dark: [108, 72, 53],
  veryDark: [74, 49, 38]
};

/** Pores and fine grain: without them sharp skin cannot be told from blurred skin. */
function grain(x: number, y: number, z: number): number {
  return (
    0.075 * (valueNoise(x * 7, y * 7, z * 7) - 0.5) +
    0.06 * (valueNoise(x * 13, y * 13, z * 13) - 0.5) +
    0.05 * (valueNoise(x * 1.2, y * 1.2, z * 1.2) - 0.5)
  );
}

function plainSkin(surface: Surface, tone: readonly number[], x: number, y: number, z: number): void {
  const g = 1 + grain(x, y, z);
  surface.r = tone[0]! * g;
  surface.g = tone[1]! * g;
  surface.b = tone[2]! * g;
  surface.gloss = 0.045;
  surface.occlusion = 1;
}

export interface FacePaint {
  tone: SkinTone;
  hairColour: readonly number[];
  /** Whether any hair grows on the head: brows are drawn either way. */
  vertices: Float32Array;
  eyesOpen: number;
}

/** Skin of the neck. */
export function skinMaterial(tone: SkinTone): Material {
  const colour = linearColour(tones[tone]);
  return (x, y, z, surface) => {
    plainSkin(surface, colour, x, y, z);
    // The jaw hangs over the neck.
    surface.occlusion = 1 - 0.45 * smoothstep(-13.5, -9, y);
  };
}

/** Skin of an ear, darker in its hollow; locals as of `earMesh`. */
export function earMaterial(tone: SkinTone): Material {
  const colour = linearColour(tones[tone]);
  return (along, up, side, surface) => {
    plainSkin(surface, colour, along * 2, up * 3, side * 5);
    const hollow = smoothstep(0.75, 0.2, Math.hypot(along * 0.9 + 0.1, up * 0.8 - 0.1));
    surface.occlusion = 1 - 0.4 * hollow;
    surface.r *= 1 + 0.05 * (1 - hollow);
  };
}

/** The face: skin, brows, eyes, nostrils and lips, by the position on the face with its expression. */
export function faceMaterial({ tone, hairColour, vertices, eyesOpen }: FacePaint): Material {
  const skin = linearColour(tones[tone]);
  const at = (v: number): [number, number] => [vertices[v * 3]!, vertices[v * 3 + 1]!];
  const shape = (list: readonly number[], steps?: number): Shape => roundedShape(list.map(at), steps);
  const lips = shape(outerLips);
  const mouth = shape(innerLips);
  const mouthGap = vertices[13 * 3 + 1]! - vertices[14 * 3 + 1]!;
  const browShapes = brows.map((list) => shape(list));
  const eyeShapes: EyeShape[] = eyes.map((eye) => ({
    lids: shape(eye.contour),
    upper: [...eye.contour.slice(8), eye.contour[0]].map(at),
    lower: eye.contour.slice(0, 9).map(at),
    centre: [(at(eye.corners[0])[0] + at(eye.corners[1])[0]) / 2, 2.63],
    eyesOpen
  }));
  const lipColour = [skin[0]! * 0.7, skin[1]! * 0.45, skin[2]! * 0.5];
  const lipLine = [skin[0]! * 0.22, skin[1]! * 0.11, skin[2]! * 0.12];
  const brow = linearColour(hairColour).map((c, k) => 0.75 * c + 0.06 * skin[k]!);
  const flush = [skin[0]! * 1.02, skin[1]! * 0.8, skin[2]! * 0.78];

  return (x, y, z, surface) => {
    plainSkin(surface, skin, x, y, z);
    if (z < -3) return;
    const cheek = Math.exp(-(((Math.abs(x) - 4.3) / 1.7) ** 2 + ((y + 0.9) / 1.7) ** 2));
    const noseTip = Math.exp(-((x / 1.3) ** 2 + ((y + 0.9) / 1.2) ** 2));
    tint(surface, flush, 0.4 * cheek + 0.3 * noseTip);
    occlude(surface, x, y, z);
    const side = x < 0 ? 0 : 1;
    paintBrow(surface, browShapes[side]!, brow, x, y);
    paintLips(surface, { lips, mouth, lipColour, lipLine, mouthGap }, x, y);
    paintEye(surface, eyeShapes[side]!, x, y);
  };
}

/** Light that folds of the face keep out: beside and under the nose, around the eyes, under the lip. */
function occlude(surface: Surface, x: number, y: number, z: number): void {
  const ax = Math.abs(x);
  const nostril = Math.hypot((ax - 0.72) / 0.48, (y + 1.93 - 0.12 * ax) / 0.22);
  const wing = Math.exp(-(((ax - 1.95) / 0.3) ** 2 + ((y + 1.15) / 0.75) ** 2));
  const underNose = Math.exp(-((ax / 1.5) ** 2 + ((y + 2.35) / 0.35) ** 2));
  const socket = Math.exp(-(((ax - 2.1) / 1.1) ** 2 + ((y - 3.4) / 0.6) ** 2));
  const innerEye = Math.exp(-(((ax - 1.55) / 0.5) ** 2 + ((y - 2.6) / 0.7) ** 2));
  const crease =
    Math.exp(-(((y - (-1.4 - 1.05 * (ax - 1.9))) / 0.3) ** 2)) *
    smoothstep(1.8, 2.2, ax) *
    smoothstep(3.6, 2.6, ax) *
    smoothstep(-0.9, -1.5, y);
  const underLip = Math.exp(-((ax / 1.6) ** 2 + ((y + 5.85) / 0.35) ** 2));
  const philtrum = Math.exp(-((ax / 0.22) ** 2 + ((y + 2.85) / 0.4) ** 2));
  const edge = smoothstep(0.5, -3, z);
  surface.occlusion *=
    (1 - 0.28 * wing) *
    (1 - 0.22 * underNose) *
    (1 - 0.22 * socket) *
    (1 - 0.25 * innerEye) *
    (1 - 0.14 * crease) *
    (1 - 0.2 * underLip) *
    (1 - 0.1 * philtrum) *
    (1 - 0.12 * edge);
  if (nostril < 1.6) {
    const dark = smoothstep(1.35, 0.55, nostril);
    surface.r *= 1 - 0.78 * dark;
    surface.g *= 1 - 0.88 * dark;
    surface.b *= 1 - 0.88 * dark;
    surface.gloss *= 1 - dark;
  }
}

function paintBrow(surface: Surface, shape: Shape, colour: readonly number[], x: number, y: number): void {
  const d = inside(shape, x, y, 0.4);
  if (d < -0.2) return;
  // Strokes lean outwards and up.
  const lean = x < 0 ? -1 : 1;
  const stroke = valueNoise((x - lean * y * 0.7) * 14, y * 2.2, 5);
  const cover = smoothstep(-0.14, 0.22, d + 0.24 * (stroke - 0.5));
  tint(surface, colour, clamp(cover * 0.95));
  surface.gloss *= 1 - 0.8 * cover;
}

interface LipPaint {
  lips: Shape;
  mouth: Shape;
  lipColour: readonly number[];
  lipLine: readonly number[];
  mouthGap: number;
}

const teeth = linearColour([232, 226, 212]);
const throat = linearColour([58, 18, 18]);

function paintLips(surface: Surface, paint: LipPaint, x: number, y: number): void {
  const d = inside(paint.lips, x, y, 0.3);
  if (d < -0.2) return;
  const wrinkles = 0.9 + 0.2 * valueNoise(x * 9, y * 1.5, 11);
  tint(surface, paint.lipColour, 0.85 * smoothstep(-0.1, 0.16, d), wrinkles);
  surface.gloss += 0.05 * smoothstep(0, 0.25, d);
  const m = inside(paint.mouth, x, y, 0.6);
  if (paint.mouthGap < 0.05) {
    tint(
      surface,
      paint.lipLine,
      0.9 * smoothstep(0.13, 0.02, Math.abs(m)) * smoothstep(2.5, 2.1, Math.abs(x))
    );
    return;
  }
  if (m > -0.06) {
    const within = smoothstep(-0.06, 0.05, m);
    tint(surface, throat, within);
    const upperTeeth = paint.mouth.top - 0.12 - 0.035 * x * x;
    const tooth =
      smoothstep(upperTeeth - 0.85, upperTeeth - 0.75, y) *
      smoothstep(2, 1.6, Math.abs(x)) *
      smoothstep(0, 0.1, m);
    const gap = smoothstep(0.06, 0.01, ((Math.abs(x) / 0.62) % 1) * 0.62);
    tint(surface, teeth, tooth * within, 1 - 0.35 * gap);
    surface.gloss = 0.06 * within;
    surface.occlusion *= 1 - 0.35 * within;
  } else tint(surface, paint.lipLine, 0.5 * smoothstep(-0.2, -0.06, m));
}
