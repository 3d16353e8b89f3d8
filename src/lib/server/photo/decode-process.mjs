/**
 * Decodes pictures in a process of its own: whatever a file does to the decoder, the endpoint lives. Started by
 * `decoder.ts`, which hands over sharp's address, and gives each picture as a message.
 */
const { default: sharp } = await import(process.argv[1]);
sharp.cache(false);
sharp.concurrency(1);

process.on('message', async ({ number, file, pixels, top, side, height }) => {
  try {
    const { data, info } = await sharp(file, { failOn: 'warning', limitInputPixels: pixels })
      .raw()
      .toBuffer({ resolveWithObject: true });
    process.send({ number, channels: info.channels, edges: edges(data, info, { top, side, height }) });
  } catch {
    // damaged: no channels say so
    process.send({ number, channels: 0, edges: Buffer.alloc(0) });
  }
});
process.on('disconnect', () => process.exit(0));

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
