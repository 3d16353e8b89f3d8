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

/** What a lattice point's x, y and z are multiplied by before they are mixed. */
const mx = 374761393;
const my = 668265263;
const mz = 2147483647;

/** The random value of the lattice point whose multiples are given. */
function lattice(x: number, y: number, z: number): number {
  let h = x ^ y ^ z;
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
  const x0 = Math.imul(xi, mx);
  const y0 = Math.imul(yi, my);
  const z0 = Math.imul(zi, mz);
  const near = square(x0, y0, z0, u, v);
  return near + (square(x0, y0, (z0 + mz) | 0, u, v) - near) * w;
}

/** Between the four corners of one face of a cell, of whose first the multiples are given. */
function square(x: number, y: number, z: number, u: number, v: number): number {
  const xNext = (x + mx) | 0;
  const yNext = (y + my) | 0;
  const a = lattice(x, y, z);
  const b = lattice(xNext, y, z);
  const c = lattice(x, yNext, z);
  const d = lattice(xNext, yNext, z);
  return a + (b - a) * u + (c - a + (a - b - c + d) * u) * v;
}
