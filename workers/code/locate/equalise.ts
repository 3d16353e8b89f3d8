import { solve } from './homography';
import { knownModules } from './pattern';

/** Modules sampled beyond each side of the code. */
export const margin = 2;

/** Neighbours that blur mixes alike: by squared distance 0, 1, 2, 4, 5 and 8 modules. */
const rings = [0, 1, 2, 4, 5, 8].map((square) => {
  const offsets: [number, number][] = [];
  for (let y = -margin; y <= margin; y++)
    for (let x = -margin; x <= margin; x++) if (x * x + y * y === square) offsets.push([x, y]);
  return offsets;
});
const unknowns = rings.length + 1;

/** Keeps the weights small where the modules decide them badly. */
const ridge = 1;

/**
 * Undoes the mixing of neighbouring modules by blur. `samples` are the signed darkness of
 * (size + 2·margin)² modules. A weight for each ring of neighbours is fitted by least squares to the modules that
 * every code of the size shares, a linear equaliser trained on a known preamble; the modules it then decides are
 * the preamble of a second fit. Answers size² values, positive where dark.
 */
export function equalise(samples: Float32Array, size: number): Float32Array {
  const features = featuresOf(samples, size);
  const known = knownModules(size).map(({ x, y, dark }) => ({ at: y * size + x, dark }));
  const first = apply(features, fit(features, known));
  const decided = Array.from(first, (value, at) => ({ at, dark: value > 0 }));
  for (const { at, dark } of known) decided[at] = { at, dark };
  return apply(features, fit(features, decided));
}

/** Sums over the rings around each module, and 1 for the offset. */
function featuresOf(samples: Float32Array, size: number): Float32Array {
  const stride = size + 2 * margin;
  const features = new Float32Array(size * size * unknowns);
  let at = 0;
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      for (const ring of rings) {
        let sum = 0;
        for (const [dx, dy] of ring) sum += samples[(y + margin + dy) * stride + x + margin + dx]!;
        features[at++] = sum;
      }
      features[at++] = 1;
    }
  return features;
}

function fit(features: Float32Array, modules: readonly { at: number; dark: boolean }[]): number[] {
  const normal = Array.from({ length: unknowns }, (_, i) =>
    Array.from({ length: unknowns + 1 }, (_, j) => (i === j ? ridge : 0))
  );
  for (const { at, dark } of modules) {
    const from = at * unknowns;
    for (let i = 0; i < unknowns; i++) {
      const row = normal[i]!;
      const value = features[from + i]!;
      for (let j = 0; j < unknowns; j++) row[j]! += value * features[from + j]!;
      row[unknowns]! += dark ? value : -value;
    }
  }
  return solve(normal) ?? [1, 0, 0, 0, 0, 0, 0];
}

function apply(features: Float32Array, weights: readonly number[]): Float32Array {
  const out = new Float32Array(features.length / unknowns);
  for (let at = 0, from = 0; at < out.length; at++)
    for (let i = 0; i < unknowns; i++) out[at]! += weights[i]! * features[from++]!;
  return out;
}
