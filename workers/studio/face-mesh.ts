import {
  innerLips,
  leftBrow,
  leftEye,
  leftEyeContour,
  rightBrow,
  rightEye,
  rightEyeContour
} from '../face/parts';
import mesh from '../models/canonical-mesh.json' with { type: 'json' };
import { smoothstep } from './paint';

/** Left and right are the picture's: the sitter's right comes first. */
export const eyes = [
  { contour: rightEyeContour, corners: [rightEye.outer, rightEye.inner] },
  { contour: leftEyeContour, corners: [leftEye.outer, leftEye.inner] }
] as const;
export const brows = [rightBrow, leftBrow];

/** Half-way between the lids of the canonical face, cm. */
export const eyeHeight = 2.63;
/** Eye midpoint to chin of the canonical face at rest, cm. */
export const eyeToChin = eyeHeight + 9.403;
/** Widest gap between the lips, as a share of the eye-to-chin length. */
const widestGap = 0.25;

export const canonical = {
  vertices: Float32Array.from(mesh.vertices),
  uvs: Float32Array.from(mesh.uvs),
  triangles: Uint32Array.from(mesh.triangles)
};

/** x, y of the canonical eye's middle. */
export function eyeCentre(eye: (typeof eyes)[number]): [x: number, y: number] {
  const [a, b] = eye.corners;
  return [(canonical.vertices[a * 3]! + canonical.vertices[b * 3]!) / 2, eyeHeight];
}

/**
 * Vertices of the canonical face with an expression: lids moved towards each other, jaw dropped. `mouthOpen` and
 * `eyesOpen` as in SitterSettings; with `mouthOpen` 0 the lips touch.
 */
export function expression(mouthOpen: number, eyesOpen: number): Float32Array {
  const vertices = Float32Array.from(canonical.vertices);
  moveLids(vertices, eyesOpen);
  moveLips(vertices, mouthOpen * widestGap * eyeToChin);
  return vertices;
}

/** The canonical lids are narrower than most: open is a third wider. */
const widest = 1.3;

function moveLids(vertices: Float32Array, eyesOpen: number): void {
  const at = (v: number, k: number): number => canonical.vertices[v * 3 + k]!;
  for (const { contour } of eyes) {
    // Closed lids meet nearer to the lower one.
    const line = (v: number): number => at(v, 1) - eyeHeight + 0.12;
    for (let v = 0; v < vertices.length / 3; v++) {
      let nearest = contour[0] as number;
      let away = Infinity;
      for (const c of contour) {
        const d = Math.hypot(at(v, 0) - at(c, 0), at(v, 1) - at(c, 1), at(v, 2) - at(c, 2));
        if (d < away) {
          away = d;
          nearest = c;
        }
      }
      if (away > 1.2) continue;
      const pull = Math.exp(-((away / 0.45) ** 2));
      vertices[v * 3 + 1]! += pull * line(nearest) * (widest * eyesOpen - 1);
    }
  }
}

function moveLips(vertices: Float32Array, gap: number): void {
  const at = (v: number, k: number): number => canonical.vertices[v * 3 + k]!;
  const lower = innerLips.slice(1, 10);
  const upper = innerLips.slice(11);
  // Each lower vertex faces the upper one at the same x: the lists run in opposite directions.
  const opposite = new Map<number, number>();
  lower.forEach((v, i) => {
    opposite.set(v, upper[upper.length - 1 - i]!);
    opposite.set(upper[upper.length - 1 - i]!, v);
  });
  const seam = (v: number): number => (at(v, 1) + at(opposite.get(v)!, 1)) / 2;
  const half = 2.15;
  for (let v = 0; v < vertices.length / 3; v++) {
    const x = at(v, 0);
    const y = at(v, 1);
    const across = Math.sqrt(Math.max(0, 1 - (x / half) ** 2));
    if (opposite.has(v)) {
      const isLower = lower.includes(v);
      const z = (at(v, 2) + at(opposite.get(v)!, 2)) / 2;
      vertices[v * 3 + 1] = seam(v) + (isLower ? -0.85 : 0.15) * gap * across;
      vertices[v * 3 + 2] = z - 0.12 * gap * across * (isLower ? 1 : 0);
      continue;
    }
    if (y < -4.35) {
      // The jaw turns about the ears: lips and chin drop together, the jaw's corners less.
      const near = smoothstep(-4.3, -4.9, y);
      const side = smoothstep(7, 2, Math.abs(x));
      const share = 0.85 * near * side * (Math.abs(x) < half ? 0.35 + 0.65 * across : 0.35);
      const chinShare = smoothstep(-5.4, -7, y);
      const drop = gap * (share * (1 - chinShare) + 0.8 * side * chinShare);
      vertices[v * 3 + 1]! -= drop;
      vertices[v * 3 + 2]! -= 0.15 * drop;
    } else if (y < -3 && Math.abs(x) < half) vertices[v * 3 + 1]! += 0.12 * gap * across;
  }
}
