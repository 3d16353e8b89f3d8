import type { HairOptions } from './hair';
import { valueNoise } from './noise';
import { linearColour, setScaled, tint, type Material } from './paint';

const shineColour = [1, 0.95, 0.9];

/** Hair in strands with a band of shine; locals: across the strands, along them, piece. */
export function hairMaterial(hair: HairOptions): Material {
  const colour = linearColour(hair.colour).map((c) => c + 0.004);
  return (u, t, piece, surface) => {
    const density = piece === 0 ? 420 : 170;
    const strands =
      0.55 * valueNoise(u * density, t * 3, piece) + 0.45 * valueNoise(u * density * 2.7, t * 6, piece + 9);
    const clumps = valueNoise(u * density * 0.14, t * 2, piece + 4);
    const shade = (0.45 + 0.75 * strands) * (0.75 + 0.5 * clumps);
    setScaled(surface, colour, shade);
    const shine =
      piece === 0
        ? Math.exp(-(((t - 0.27 + 0.05 * (clumps - 0.5)) / 0.07) ** 2))
        : 0.35 * Math.exp(-(((t - 0.35) / 0.12) ** 2));
    const lift = 0.035 * shine * (0.4 + strands);
    tint(surface, shineColour, lift);
    surface.gloss = 0.02;
    surface.occlusion = 0.95;
  };
}
