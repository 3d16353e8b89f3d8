/**
 * Finds and marks the pixels of a region (non-zero) connected, over 4 neighbours, to a start; none outside it. What is
 * found is valid until the next call.
 */
export function flooder(width: number, height: number) {
  const queue = new Int32Array(width * height);
  const last = width * (height - 1);
  return (region: Uint8Array, start: number, marks: Uint8Array): Int32Array => {
    if (!region[start] || marks[start]) return queue.subarray(0, 0);
    queue[0] = start;
    marks[start] = 1;
    let end = 1;
    for (let next = 0; next < end; next++) {
      const at = queue[next]!;
      const x = at % width;
      // Written out: most of a matte's pixels pass here more than once.
      if (x > 0 && region[at - 1] && !marks[at - 1]) {
        marks[at - 1] = 1;
        queue[end++] = at - 1;
      }
      if (x < width - 1 && region[at + 1] && !marks[at + 1]) {
        marks[at + 1] = 1;
        queue[end++] = at + 1;
      }
      if (at >= width && region[at - width] && !marks[at - width]) {
        marks[at - width] = 1;
        queue[end++] = at - width;
      }
      if (at < last && region[at + width] && !marks[at + width]) {
        marks[at + width] = 1;
        queue[end++] = at + width;
      }
    }
    return queue.subarray(0, end);
  };
}
