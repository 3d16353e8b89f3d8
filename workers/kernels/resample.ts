import { createImage, type RgbaImage } from '../image/image';
import { taps, type Window } from '../image/resample';
import type { KernelMemory } from './memory';

/** `resample` of ../resample.ts, within a level of it: row by row, so that large stills need little memory. */
export function resampleBy(
  memory: KernelMemory,
  source: RgbaImage,
  window: Window,
  width: number,
  height: number
): RgbaImage {
  const across = taps(window.x, window.width, width);
  const down = taps(window.y, window.height, height);
  const left = Math.min(0, across.first[0]!);
  const right = Math.max(source.width, across.first[width - 1]! + across.count);
  const sizes = {
    row: source.width * 4,
    spread: (right - left) * 16,
    first: width * 4,
    weights: width * across.count * 4,
    line: width * 16,
    sums: height * width * 16,
    out: width * 4
  };
  memory.reset(Object.values(sizes).reduce((sum, bytes) => sum + bytes + 16, 0));
  const at = Object.fromEntries(
    Object.entries(sizes).map(([name, bytes]) => [name, memory.take(bytes)])
  ) as typeof sizes;
  memory.words(at.first, width).set(across.first.map((first) => first - left));
  memory.floats(at.weights, across.weights.length).set(across.weights);
  memory.floats(at.sums, height * width * 4).fill(0);
  const row = memory.bytes(at.row, sizes.row);

  const { spreadRow, gatherRow, addRow, roundRow } = memory.run;
  const clampRow = (y: number) => Math.max(0, Math.min(source.height - 1, y));
  let from = 0;
  for (let y = clampRow(down.first[0]!); y <= clampRow(down.first[height - 1]! + down.count - 1); y++) {
    row.set(source.data.subarray(y * sizes.row, (y + 1) * sizes.row));
    spreadRow(at.row, source.width, at.spread, -left, right - source.width);
    gatherRow(at.spread, at.first, at.weights, across.count, width, at.line);
    // The output rows that look at this one; rows beyond the edges count as the edge's.
    while (clampRow(down.first[from]! + down.count - 1) < y) from++;
    for (let to = from; to < height && clampRow(down.first[to]!) <= y; to++) {
      let weight = 0;
      for (let k = 0; k < down.count; k++)
        if (clampRow(down.first[to]! + k) === y) weight += down.weights[to * down.count + k]!;
      if (weight) addRow(at.sums + to * sizes.line, at.line, width, weight);
    }
  }
  const result = createImage(width, height);
  const out = memory.bytes(at.out, sizes.out);
  for (let y = 0; y < height; y++) {
    roundRow(at.sums + y * sizes.line, at.out, width);
    result.data.set(out, y * sizes.out);
  }
  return result;
}
