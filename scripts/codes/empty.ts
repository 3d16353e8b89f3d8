/**
 * Looks for codes in pictures that hold none: grain, blocks like modules, stripes, lettering, patches of a portrait.
 * Every text that comes out is a false read, and makes the exit status 1.
 *
 *     npm run -s codes:empty -- [--pictures N] [FOLDER]
 *
 * FOLDER: pictures without a code, of which random parts are taken besides.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCascade } from '../../workers/code/cascade';
import { createImage, type RgbaImage } from '../../workers/image/image';
import { randomFrom } from './damage';
import { loadPicture, openReader } from './reader';

const { values, positionals } = parseArgs({
  options: { pictures: { type: 'string', default: '200' } },
  allowPositionals: true
});
const count = Number(values.pictures);
const reader = await openReader();
const folder = positionals[0];
const files = folder ? (await readdir(folder)).filter((name) => /\.(jpe?g|png|webp)$/i.test(name)) : [];

type Random = () => number;

/** Fills a picture by a grey level per pixel. */
function painted(size: number, level: (x: number, y: number) => number): RgbaImage {
  const image = createImage(size, size);
  for (let i = 0; i < size * size; i++)
    image.data.fill(level(i % size, Math.floor(i / size)), i * 4, i * 4 + 3);
  return image;
}

/** Random black and white squares on a grid, with or without three finder-like corners. */
function blocks(random: Random, size: number, finders: boolean): RgbaImage {
  const modules = 21 + 4 * Math.floor(12 * random());
  const side = size / (modules + 8);
  const dark = Array.from({ length: modules * modules }, () => random() < 0.5);
  const ring = (x: number, y: number) => Math.max(Math.abs(x - 3), Math.abs(y - 3));
  return painted(size, (px, py) => {
    const [x, y] = [Math.floor(px / side) - 4, Math.floor(py / side) - 4];
    if (x < 0 || y < 0 || x >= modules || y >= modules) return 255;
    if (finders && (x < 8 || x >= modules - 8) && (y < 8 || (y >= modules - 8 && x < 8))) {
      const r = ring(x < 8 ? x : modules - 1 - x, y < 8 ? y : modules - 1 - y);
      return r === 2 || r > 3 ? 255 : 0;
    }
    return dark[y * modules + x] ? 0 : 255;
  });
}

const kinds: ((random: Random, size: number) => RgbaImage | Promise<RgbaImage>)[] = [
  (random, size) => painted(size, () => 255 * random()),
  (random, size) => blocks(random, size, false),
  (random, size) => blocks(random, size, true),
  (random, size) => {
    const [a, b, c] = [random() / 2, random() / 2, 40 * random()];
    return painted(size, (x, y) => 128 + 100 * Math.sin(a * x + b * y) + c * (random() - 0.5));
  },
  (random, size) => {
    const [pitch, height] = [6 + Math.floor(8 * random()), 8 + Math.floor(10 * random())];
    const marks = Array.from({ length: 4000 }, () => random() < 0.4);
    return painted(size, (x, y) => {
      const letter =
        Math.floor(x / pitch) * 31 + Math.floor(y / height) * 17 + (x % pitch) * 7 + (y % height);
      return y % height > height - 3 || x % pitch === 0 ? 255 : marks[letter % 4000] ? 20 : 255;
    });
  }
];
if (folder)
  kinds.push(async (random, size) => {
    const whole = await loadPicture(join(folder, files[Math.floor(files.length * random())]!));
    const left = Math.floor((whole.width - size) * random());
    const top = Math.floor((whole.height - size) * random());
    return painted(size, (x, y) => whole.data[((top + y) * whole.width + left + x) * 4]!);
  });

let found = 0;
for (let i = 0; i < count; i++) {
  const random = randomFrom(7919 * i + 11);
  const picture = await kinds[i % kinds.length]!(random, 160 + Math.floor(200 * random()));
  const [read] = await runCascade(picture, reader);
  if (read) {
    found++;
    console.log(`false read in picture ${i} by ${read.decoder}`);
  }
}
console.log(`${found} false reads in ${count} pictures without a code`);
process.exitCode = found === 0 ? 0 : 1;
