import { openingAt } from './body';
import { valueNoise } from './noise';
import { linearColour, setScaled, smoothstep, tint, type Material } from './paint';
import type { SitterSettings } from './options';

const shirtWhite = linearColour([232, 234, 236]);

function weave(x: number, y: number, z: number): number {
  return (
    1 + 0.1 * (valueNoise(x * 9, y * 9, z * 9) - 0.5) + 0.08 * (valueNoise(x * 0.7, y * 0.4, z * 0.7) - 0.5)
  );
}

/** Jacket over a white shirt, or a shirt alone, by the place on the body. */
export function clothMaterial({ style, colour }: SitterSettings['clothing']): Material {
  const main = linearColour(colour);
  return (x, y, z, surface) => {
    const w = weave(x, y, z);
    const ax = Math.abs(x);
    surface.gloss = 0.012;
    surface.occlusion = 1;
    setScaled(surface, main, w);
    const front = z > -4;
    if (style === 'suit' && front) {
      const open = openingAt(y);
      const into = open - ax;
      tint(surface, shirtWhite, smoothstep(-0.03, 0.03, into), 0.96 + 0.04 * w);
      if (into > 0) surface.occlusion *= 0.72 + 0.28 * smoothstep(0, 0.9, into);
      // Lapel: its edge shades the jacket beside it.
      const wide = 1.6 + 3.1 * smoothstep(-33, -21, y) * smoothstep(-16, -20, y);
      const lapel = ax - open - wide;
      if (y > -33) surface.occlusion *= 1 - 0.4 * smoothstep(0.5, 0, lapel) * smoothstep(-0.04, 0.02, lapel);
      if (into > 0) placket(surface, x, y);
    } else if (style === 'shirt' && front) placket(surface, x, y);
    // Sleeves.
    const seam = Math.abs(ax - 15.2 - 0.05 * (y + 25));
    if (y < -19.5) surface.occlusion *= 1 - 0.2 * smoothstep(0.35, 0, seam);
  };
}

function placket(surface: Parameters<Material>[3], x: number, y: number): void {
  if (y > -16.5) return;
  surface.occlusion *= 1 - 0.16 * smoothstep(0.16, 0, Math.abs(x - 1.4));
  surface.occlusion *= 1 - 0.08 * smoothstep(0.12, 0, Math.abs(x + 1.4));
  const button = Math.hypot(x, ((y + 100) % 6.5) - 3);
  surface.occlusion *= 1 - 0.3 * smoothstep(0.06, 0, Math.abs(button - 0.45));
}

/** The folded collar; locals: round, down. */
export function collarMaterial({ style, colour }: SitterSettings['clothing']): Material {
  const main = style === 'suit' ? shirtWhite : linearColour(colour);
  return (u, v, _w, surface) => {
    setScaled(surface, main, 0.6 + 0.4 * weave(u * 90, v * 9, 1));
    surface.gloss = 0.012;
    surface.occlusion = 1 - 0.12 * smoothstep(0.06, 0, Math.abs(v - 0.88)) - 0.1 * smoothstep(0.2, 0, v);
  };
}
