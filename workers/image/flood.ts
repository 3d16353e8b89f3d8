/**
 * Finds and marks the pixels of a region (non-zero) connected, over 4 neighbours, to a start; none outside it. What is
 * found is valid until the next call. Row by row (span filling: Smith, "Tint fill", SIGGRAPH 1979).
 */
export function flooder(width: number, height: number) {
  const found = new Int32Array(width * height);
  /** Starts of spans still to be filled; a span has at most one for each run beside it. */
  const starts = new Int32Array(2 * width * height);
  return (region: Uint8Array, start: number, marks: Uint8Array): Int32Array => {
    let count = 0;
    let waiting = 0;
    starts[waiting++] = start;
    while (waiting > 0) {
      const at = starts[--waiting]!;
      if (!region[at] || marks[at]) continue;
      const row = at - (at % width);
      let left = at;
      while (left > row && region[left - 1] && !marks[left - 1]) left--;
      let right = left;
      for (; right < row + width && region[right] && !marks[right]; right++) {
        marks[right] = 1;
        found[count++] = right;
      }
      for (const next of [row - width, row + width]) {
        if (next < 0 || next >= region.length) continue;
        const shift = next - row;
        let open = false;
        for (let below = left + shift; below < right + shift; below++) {
          const free = region[below] !== 0 && marks[below] === 0;
          if (free && !open) starts[waiting++] = below;
          open = free;
        }
      }
    }
    return found.subarray(0, count);
  };
}
