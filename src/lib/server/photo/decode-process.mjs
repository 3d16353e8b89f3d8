/**
 * Decodes pictures in a process of its own: whatever a file does to the decoder, the endpoint lives. Started by
 * `decoder.ts`, which hands over sharp's address, and gives each picture as a message.
 */
const { default: sharp } = await import(process.argv[1]);
sharp.cache(false);
sharp.concurrency(1);

process.on('message', async ({ number, file, pixels, top, side, height, grid }) => {
  try {
    const { data, info } = await sharp(file, { failOn: 'warning', limitInputPixels: pixels })
      .raw()
      .toBuffer({ resolveWithObject: true });
    process.send({
      number,
      channels: info.channels,
      edges: edges(data, info, { top, side, height }),
      lights: lights(data, info, grid)
    });
  } catch {
    // damaged: no channels say so
    process.send({ number, channels: 0, edges: Buffer.alloc(0), lights: new Float32Array() });
  }
});
// The endpoint is gone; `error` where it went before an answer could be sent.
for (const end of ['disconnect', 'error']) process.on(end, () => process.exit(0));

/** The uppermost rows, then of the rows below them, down to `height`, the outermost columns of both sides. */
function edges(data, { width, channels }, { top, side, height }) {
  const row = width * channels;
  const parts = [data.subarray(0, top * row)];
  for (let y = top; y < height; y++)
    parts.push(
      data.subarray(y * row, y * row + side * channels),
      data.subarray((y + 1) * row - side * channels, (y + 1) * row)
    );
  return Buffer.concat(parts);
}

/** Mean light, 0…255, of each cell of a grid over a part of the picture, row by row. */
function lights(data, { width, height, channels }, { left, right, top, bottom, columns, rows }) {
  const across = (column) => Math.round(width * (left + ((right - left) * column) / columns));
  const down = (row) => Math.round(height * (top + ((bottom - top) * row) / rows));
  const light = (at) =>
    channels < 3 ? data[at] : 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
  return Float32Array.from({ length: columns * rows }, (_, cell) => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    let sum = 0;
    let count = 0;
    for (let y = down(row); y < down(row + 1); y++)
      for (let x = across(column); x < across(column + 1); x++, count++)
        sum += light((y * width + x) * channels);
    return sum / Math.max(1, count);
  });
}
