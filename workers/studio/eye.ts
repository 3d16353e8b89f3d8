import { valueNoise } from './noise';
import { clamp, inside, linearColour, mix, smoothstep, tint, type Shape, type Surface } from './paint';

type Corner = readonly [x: number, y: number];

export interface EyeShape {
  /** The opening between the lids. */
  lids: Shape;
  /** Edges of the lids from corner to corner. */
  upper: readonly Corner[];
  lower: readonly Corner[];
  centre: readonly [number, number];
  eyesOpen: number;
}

/** cm; a human iris is 11.7 mm across. */
const irisRadius = 0.58;
const pupilRadius = 0.22;

const white = linearColour([226, 221, 216]);
const red = linearColour([196, 128, 116]);
const irisColour = linearColour([84, 54, 36]);
const irisEdge = linearColour([30, 20, 15]);
const black = linearColour([8, 7, 7]);
const lash = linearColour([22, 17, 15]);
const bright = [1.1, 1.1, 1.1];

/** Eyeball, iris, lashes and the fold of the upper lid. */
export function paintEye(surface: Surface, eye: EyeShape, x: number, y: number): void {
  const d = inside(eye.lids, x, y, 0.7);
  if (d <= -0.7) return;
  const [cx, cy] = eye.centre;
  const within = smoothstep(-0.025, 0.03, d) * smoothstep(0.03, 0.15, eye.eyesOpen);
  if (within > 0) {
    const r = Math.hypot(x - cx, y - cy);
    tint(surface, white, within);
    tint(surface, red, within * 0.5 * smoothstep(1, 1.3, Math.abs(x - cx)));
    if (r < irisRadius + 0.03) paintIris(surface, x - cx, y - cy, r, within);
    // The upper lid and its lashes shade the eyeball.
    const shade = within * 0.6 * smoothstep(0.3, 0.02, d) * smoothstep(cy - 0.15, cy + 0.2, y);
    tint(surface, [0, 0, 0], shade);
    surface.gloss = mix(surface.gloss, 0.02, within);
    surface.occlusion = mix(surface.occlusion, 0.95, within);
    const glint = Math.hypot(x - cx + 0.16, y - cy - 0.17);
    tint(surface, bright, within * smoothstep(0.1, 0.06, glint));
  }
  const upper = lidHeight(eye.upper, x);
  const lower = lidHeight(eye.lower, x);
  if (upper !== null && lower !== null) {
    const outer = smoothstep(0, 1.2, (x - cx) * Math.sign(cx)) * 0.03;
    tint(surface, lash, 0.92 * smoothstep(0.1 + outer, 0.035, Math.abs(y - upper - 0.015)));
    tint(surface, lash, 0.3 * smoothstep(0.07, 0.01, Math.abs(y - lower + 0.01)));
    const fold = y - upper - 0.3 * clamp(eye.eyesOpen, 0.6, 1);
    surface.occlusion *= 1 - 0.35 * smoothstep(0.09, 0, Math.abs(fold));
    // Fine shadow under the lower lid.
    surface.occlusion *= 1 - 0.12 * smoothstep(0.3, 0, Math.abs(y - lower + 0.42));
  }
}

function paintIris(surface: Surface, dx: number, dy: number, r: number, within: number): void {
  const rays = valueNoise(Math.atan2(dy, dx) * 9 + 40, r * 4, 2);
  const glow = (0.6 + 0.8 * rays) * (dy < 0 ? 1.25 : 0.9);
  const cover = within * smoothstep(irisRadius + 0.02, irisRadius - 0.03, r);
  tint(surface, irisColour, cover, glow);
  tint(surface, irisEdge, cover * 0.85 * smoothstep(irisRadius - 0.14, irisRadius - 0.02, r));
  tint(surface, black, within * smoothstep(pupilRadius + 0.03, pupilRadius - 0.02, r));
}

/** Height of a lid's edge at x; null beside the eye. */
function lidHeight(edge: readonly Corner[], x: number): number | null {
  for (let i = 0; i + 1 < edge.length; i++) {
    const a = edge[i]!;
    const b = edge[i + 1]!;
    const t = (x - a[0]) / (b[0] - a[0] || 1);
    if (t >= 0 && t <= 1) return mix(a[1], b[1], t);
  }
  return null;
}
