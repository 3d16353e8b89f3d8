/**
 * Draws the right and wrong pictures of the instructions page into static/instructions, and the sitter that the console
 * draws a standard's windows on: no one's face is needed to show them. The files are committed; run this after changing
 * the list or the drawing.
 *
 *     npm run -s pictures
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { SitterOptions } from '../../workers/studio/options';
import { renderSitter } from '../../workers/studio/sitter';
import { root } from '../lib/run.mjs';

/** By file name: what is changed about a good picture. */
const pictures: Record<string, SitterOptions> = {
  good: {},
  'turned-head': { yaw: 24 },
  'mouth-open': { mouthOpen: 0.5 },
  'hair-over-brows': { hair: { overBrows: true } },
  'side-light': { light: { direction: 'left', strength: 0.9 }, wall: { castShadow: 0.5 } },
  'too-close': { headSize: 0.5, position: { y: 0.4 } },
  'glasses-glare': { glasses: 'glare' }
};

/** Written at this width; drawn at twice that. */
const width = 300;
const height = 400;
const mostBytes = 20_000;

/** The console's sitter, without a wall: as wide as any crop of a standard. */
async function drawConsoleSitter(): Promise<void> {
  const size = { width: 1000, height: 1000 };
  const { image, truth } = renderSitter({
    ...size,
    headSize: 0.2,
    sensorNoise: 0,
    position: { y: 0.38 },
    wall: { noise: 0 }
  });
  const pixels = Buffer.from(image.data.buffer.slice(0));
  for (let at = 0; at < truth.alpha.data.length; at++) {
    for (let channel = 0; channel < 3; channel++)
      pixels[at * 4 + channel] = truth.foreground[at * 3 + channel]!;
    pixels[at * 4 + 3] = Math.round(255 * truth.alpha.data[at]!);
  }
  const place = join(root, 'src', 'lib', 'review', 'campaigns');
  const file = await sharp(pixels, { raw: { ...size, channels: 4 } })
    .resize(size.width / 2)
    .webp({ quality: 80, effort: 6 })
    .toBuffer();
  await writeFile(join(place, 'sitter.webp'), file);
  await writeFile(
    join(place, 'sitter.json'),
    `${JSON.stringify({ ...size, head: truth.geometry }, null, 2)}\n`
  );
  console.log(`sitter.webp ${file.length} bytes`);
}

await drawConsoleSitter();
const folder = join(root, 'static', 'instructions');
await mkdir(folder, { recursive: true });
for (const [name, changes] of Object.entries(pictures)) {
  const { image } = renderSitter({
    width: 2 * width,
    height: 2 * height,
    headSize: 0.27,
    sensorNoise: 0,
    ...changes,
    position: { y: 0.43, ...changes.position },
    wall: { noise: 0, ...changes.wall }
  });
  const { data, width: w, height: h } = image;
  const file = await sharp(Buffer.from(data.buffer), { raw: { width: w, height: h, channels: 4 } })
    .removeAlpha()
    .resize(width, height)
    .webp({ quality: 82, effort: 6 })
    .toBuffer();
  if (file.length > mostBytes)
    throw new Error(`${name}.webp has ${file.length} bytes, more than ${mostBytes}.`);
  await writeFile(join(folder, `${name}.webp`), file);
  console.log(`${name}.webp ${file.length} bytes`);
}
