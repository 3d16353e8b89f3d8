import { tubeMesh } from './body';
import type { Part } from './part';
import { sheet, type Point3 } from './mesh';
import { valueNoise } from './noise';
import { linearColour, setScaled, type Material } from './paint';

const gold = linearColour([214, 168, 74]);

/** Polished metal: small facets, some of which catch the lamp. */
const metal: Material = (u, v, _w, surface) => {
  const facet = valueNoise(u * 90, v * 6, 3);
  setScaled(surface, gold, 0.35 + 1.3 * facet);
  surface.gloss = 0.5 + 1.2 * facet;
  surface.occlusion = 1;
};

function bead(x: number, y: number, z: number, radius: number): Part {
  const mesh = sheet(17, 13, (u, v): Point3 => {
    const a = u * 2 * Math.PI;
    const b = (0.5 - v) * Math.PI;
    return [
      x + radius * Math.cos(b) * Math.sin(a),
      y + radius * Math.sin(b),
      z + radius * Math.cos(b) * Math.cos(a)
    ];
  });
  return { name: 'jewellery', mesh, material: metal };
}

/** A drop under each ear lobe; turns with the head. */
export function earrings(): Part[] {
  return [-1, 1].flatMap((side) => [
    bead(side * 8.3, -2.35, -2.9, 0.32),
    bead(side * 8.35, -3.2, -2.9, 0.55)
  ]);
}

/** A chain round the neck above the collar, with a pendant. */
export function necklace(): Part[] {
  const line = Array.from({ length: 61 }, (_, i): Point3 => {
    const a = (i / 60) * 2 * Math.PI;
    const front = (1 + Math.cos(a)) / 2;
    return [5.65 * Math.sin(a), -11.8 - 2.2 * front ** 2, -5.1 + 6.15 * Math.cos(a)];
  });
  return [{ name: 'jewellery', mesh: tubeMesh(line, 0.14), material: metal }, bead(0, -14.4, 1.3, 0.5)];
}
