import { solve } from './homography';
import { knownModules } from './pattern';

/**
 * Undoes the mixing of neighbouring modules by blur. `samples` are the signed darkness of (size + 2)² modules,
 * one beyond each side. Weights for a module, its four and its diagonal neighbours are fitted by least squares
 * to the modules every code of the size shares (a linear equaliser trained on a known preamble), then applied
 * to all. Answers size² values, positive where dark.
 */
export function equalise(samples: Float32Array, size: number): Float32Array {
  const stride = size + 2;
  const features = (x: number, y: number): [number, number, number, number] => {
    const i = (y + 1) * stride + x + 1;
    const cross = samples[i - 1]! + samples[i + 1]! + samples[i - stride]! + samples[i + stride]!;
    const diagonal =
      samples[i - stride - 1]! +
      samples[i - stride + 1]! +
      samples[i + stride - 1]! +
      samples[i + stride + 1]!;
    return [samples[i]!, cross, diagonal, 1];
  };
  const normal = [0, 1, 2, 3].map((i) => [0, 1, 2, 3, 4].map((j) => (i === j ? ridge : 0)));
  for (const { x, y, dark } of knownModules(size)) {
    const row = features(x, y);
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) normal[i]![j]! += row[i]! * row[j]!;
      normal[i]![4]! += row[i]! * (dark ? 1 : -1);
    }
  }
  const weights = solve(normal) ?? [1, 0, 0, 0];
  const out = new Float32Array(size * size);
  for (let y = 0, at = 0; y < size; y++)
    for (let x = 0; x < size; x++, at++) {
      const row = features(x, y);
      out[at] = weights[0]! * row[0] + weights[1]! * row[1] + weights[2]! * row[2] + weights[3]!;
    }
  return out;
}

/** Keeps the weights small where the known modules decide them badly. */
const ridge = 2;
