import { sheet, type Mesh, type Point3 } from './mesh';
import { valueNoise } from './noise';
import { mix, smoothstep } from './paint';
import { aboveSkull } from './skull';
import type { SitterSettings } from './options';

export type HairOptions = SitterSettings['hair'];

/** A piece of hair: its surface and where it ends. Locals: turn round the head, way back over it, piece. */
export interface HairPiece {
  mesh: Mesh;
  keep: (turn: number, t: number) => boolean;
}

/** Distance round the outline from the top: 0 top of the forehead, 0.25 ear, 0.5 chin. */
function fromTop(turn: number): number {
  const wrapped = ((turn % 1) + 1) % 1;
  return Math.min(wrapped, 1 - wrapped);
}

/** Where the hair begins on the way back over the skull. */
function hairline(turn: number, long: boolean): number {
  const d = fromTop(turn);
  if (d < 0.14) return mix(0.015, 0.03, d / 0.14);
  if (d < 0.2) return mix(0.03, 0.07, smoothstep(0.14, 0.2, d));
  if (long) return 0.07;
  return d < 0.235 ? mix(0.07, 0.15, smoothstep(0.2, 0.235, d)) : mix(0.15, 0.5, smoothstep(0.235, 0.27, d));
}

/** How far the hair stands off the skull, cm. */
export function thickness(turn: number, t: number, long: boolean): number {
  const edge = smoothstep(0, 0.16, t - hairline(turn, long) + 0.02);
  const top = smoothstep(0.25, 0, fromTop(turn));
  const part = Math.exp(-(((turn > 0.5 ? turn - 1 : turn) - 0.045) ** 2) / 0.0004) * smoothstep(0.5, 0.1, t);
  const waves =
    0.16 * (valueNoise(turn * 40, t * 7, 3) - 0.5) +
    (long ? 0.15 : 0.45) * (valueNoise(turn * 13 + 50, t * 5, 6) - 0.5);
  return 0.12 + edge * (0.7 + (long ? 0.8 : 0.95) * top + waves - 0.3 * part);
}

/** Uneven end of the strands, −1…1. */
function strandEnds(turn: number, seed: number): number {
  return valueNoise(turn * 330, seed, 0.5) + 0.6 * valueNoise(turn * 900, seed, 7.5) - 0.8;
}

/** The meshes of a hair style, cm; none for a bald head. */
export function hairPieces(hair: HairOptions): HairPiece[] {
  if (hair.style === 'bald') return [];
  const long = hair.style === 'long';
  const cap: HairPiece = {
    mesh: sheet(
      240,
      60,
      (u, v): Point3 => {
        const t = Math.min(0.995, v);
        return aboveSkull(0.5 - u, t, thickness(0.5 - u, t, long));
      },
      (u, v) => [0.5 - u, v, 0]
    ),
    keep: (turn, t) => t > hairline(turn, long) + 0.02 * strandEnds(turn, 1) && fromTop(turn) < 0.47
  };
  const pieces = [cap];
  if (long) pieces.push(curtain());
  if (hair.overBrows) pieces.push(fringe());
  if (hair.overEars && !long) for (const side of [-1, 1] as const) pieces.push(sideLock(side));
  if (hair.overEars && long) for (const side of [-1, 1] as const) pieces.push(frontLock(side));
  return pieces;
}

/** Long hair falling behind the ears on to the shoulders; locals: across 0…1, down 0…1. */
function curtain(): HairPiece {
  return {
    mesh: sheet(
      140,
      60,
      (u, v): Point3 => {
        const a = (u - 0.5) * Math.PI * 1.24;
        const y = mix(6, -25, v);
        const wide = 8.6 + 1.5 * smoothstep(0, 0.5, v) - 0.6 * smoothstep(0.7, 1, v);
        const wave =
          0.25 * Math.sin(v * 9 + 3 * Math.abs(a)) * v + 0.12 * (valueNoise(u * 60, v * 5, 1) - 0.5);
        // Over the shoulders the ends come forward.
        const ahead = 5 * smoothstep(0.5, 0.85, v) * smoothstep(0.25, 0.5, Math.abs(u - 0.5));
        return [(wide + wave) * Math.sin(a), y, -5.5 - (7.6 - 2 * v) * Math.cos(a) + ahead];
      },
      (u, v) => [u, v, 1]
    ),
    keep: (u, v) => {
      const edge = Math.min(u, 1 - u) + 0.006 * strandEnds(v * 0.1, 4);
      return v < 0.97 + 0.09 * strandEnds(u, 5) - 0.1 * smoothstep(0.06, 0, edge) && edge > 0.004;
    }
  };
}

/** Hair combed over the forehead down past the brows. */
function fringe(): HairPiece {
  return {
    mesh: sheet(
      100,
      30,
      (u, v): Point3 => {
        const x = mix(-6.6, 6.6, u);
        const y = mix(9.6, 3.1, v) - 0.1 * x * x * 0.25;
        const z = 6.6 - 0.075 * x * x - 0.9 * (1 - v) ** 2 + 0.1 * (valueNoise(u * 40, v * 3, 2) - 0.5);
        return [x, y, z];
      },
      (u, v) => [u, v, 2]
    ),
    keep: (u, v) => v < 0.9 + 0.12 * strandEnds(u, 9) - 0.05 * valueNoise(u * 14, 1, 1)
  };
}

/** Hair lying over one ear. */
function sideLock(side: -1 | 1): HairPiece {
  return {
    mesh: sheet(
      50,
      30,
      (u, v): Point3 => {
        const along = mix(-7.5, -1, side < 0 ? u : 1 - u);
        const y = mix(6.5, -3.2, v);
        // From the temple back, round the front of the ear.
        const round = Math.max(0, (along + 4.8) / 3.6) ** 2;
        return [side * (9.3 + 0.25 * Math.sin(v * 2.6) - 1.9 * round), y, along];
      },
      (u, v) => [u, v, 3]
    ),
    keep: (u, v) => v < 0.93 + 0.12 * strandEnds(u, side + 12)
  };
}

/** Long hair falling before one ear and beside the cheek. */
function frontLock(side: -1 | 1): HairPiece {
  return {
    mesh: sheet(
      60,
      60,
      (u, v): Point3 => {
        const a = side < 0 ? u : 1 - u;
        const y = mix(7, -24, v);
        const wave = 0.2 * Math.sin(v * 11);
        return [
          side * (9.1 - 1.8 * a * a + 0.5 * Math.sin(Math.min(1, v * 1.6) * 2.4) + wave - 0.6 * v),
          y,
          mix(-6.5, 0.6, a) + 2.5 * smoothstep(0.4, 1, v)
        ];
      },
      (u, v) => [u, v, 4]
    ),
    keep: (u, v) => v < 0.95 + 0.1 * strandEnds(u, side + 20)
  };
}
