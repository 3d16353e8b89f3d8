/** Seeded random numbers in [0, 1): mulberry32 (Tommy Ettinger, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Roughly normal numbers, mean 0, standard deviation 1: the sum of four uniform ones. */
export function normalNumbers(seed: number): () => number {
  const next = randomNumbers(seed);
  return () => (next() + next() + next() + next() - 2) * Math.sqrt(3);
}

function lattice(x: number, y: number, z: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 2147483647);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

const ease = (t: number): number => t * t * (3 - 2 * t);

/** Value noise in 0…1 at a point of space, one random value per unit cell corner. */
export function valueNoise(x: number, y: number, z: number): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const zi = Math.floor(z);
  const u = ease(x - xi);
  const v = ease(y - yi);
  const w = ease(z - zi);
  const near = square(xi, yi, zi, u, v);
  return near + (square(xi, yi, zi + 1, u, v) - near) * w;
}

/** Between the four corners of one face of a cell. */
function square(x: number, y: number, z: number, u: number, v: number): number {
  const a = lattice(x, y, z);
  const b = lattice(x + 1, y, z);
  const c = lattice(x, y + 1, z);
  const d = lattice(x + 1, y + 1, z);
  return a + (b - a) * u + (c - a + (a - b - c + d) * u) * v;
}
