/**
 * Matting against the drawn sitter's exact answer: alpha error and colour error per engine and wall, next to
 * @imgly/background-removal at its defaults with plain compositing; and what `auto` takes, by which doubt, and how much
 * worse that is than the better of both.
 *
 *     npm run -s truth [-- --json FILE] [--sheet FILE.png] [--only ID,ID] [--no-reference]
 *
 * Exit status: 0 measured; 2 no browser.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import sharp from 'sharp';
import type { Sitter } from '../../workers/studio/sitter';
import type { EncodedImage } from '../../src/lib/headless/headless';
import { createImage, createPlane, type Plane, type RgbaImage } from '../../workers/image/image';
import { resample } from '../../workers/image/resample';
import type { Crop, FinishAnswer, FinishOptions, MatteEngine } from '../../workers/protocol';
import { resolveStandard } from '../../workers/standard/resolve';
import { startReference, type Reference } from '../bench/reference';
import { browserArgs, ensureBrowser, noBrowser } from '../lib/browser.mjs';
import { ensurePackages, must } from '../lib/run.mjs';
import { isBuilt, startServer } from '../lib/server.mjs';
import { choiceOf, choices, type Choice } from './choice';
import { drawScene } from './draw';
import { scenes, type Scene } from './scenes';
import { score, type Score, type Truth } from './score';

const standard = resolveStandard();
const { width, height } = standard;
const flatColour = standard.background!.colour;

const { values: given } = parseArgs({
  options: {
    json: { type: 'string' },
    sheet: { type: 'string' },
    only: { type: 'string' },
    'no-reference': { type: 'boolean', default: false }
  }
});
const wanted = given.only?.split(',');

interface Result extends Score {
  scene: string;
  wall: Scene['wall'];
  engine: FinishOptions['matte'] | 'imgly';
}

interface Finished {
  alpha: Plane;
  picture: RgbaImage;
}

const png = ({ data, width: w, height: h }: RgbaImage) =>
  sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width: w, height: h, channels: 4 }
  }).png({ compressionLevel: 2 });

const decoded = ({ rgba, ...size }: EncodedImage): RgbaImage => ({
  ...size,
  data: new Uint8ClampedArray(Buffer.from(rgba, 'base64'))
});

const greyOf = ({ data, ...size }: RgbaImage): Plane => ({
  ...size,
  data: Float32Array.from({ length: size.width * size.height }, (_, at) => data[at * 4]! / 255)
});

interface Answered extends Finished {
  crop: Crop;
  matte: NonNullable<FinishAnswer['matte']>;
}

async function finished(page: Page, picture: Buffer, matte: FinishOptions['matte']): Promise<Answered> {
  const options: FinishOptions = {
    kind: 'still',
    standard,
    matte,
    force: true,
    emit: { alpha: true, overlay: false, flat: true }
  };
  await page.setInputFiles('input[type=file]', {
    name: 'sitter.png',
    mimeType: 'image/png',
    buffer: picture
  });
  const answer = await page.evaluate((chosen) => window.gradframe!.photo(chosen), options);
  if (!answer.ok) throw new Error(`the image core answered ${answer.code}`);
  const { alpha, flat, crop, matte: made } = answer.value;
  return { alpha: greyOf(decoded(alpha!)), picture: decoded(flat!), crop: crop!, matte: made! };
}

/** The sitter's exact alpha and look on the flat colour, cropped as the photo was. */
function truthOf({ image, truth }: Sitter, crop: Crop): Truth {
  const exact = createImage(image.width, image.height);
  const cover = createImage(image.width, image.height);
  truth.alpha.data.forEach((a, at) => {
    cover.data.fill(255 * a, at * 4, at * 4 + 3);
    for (let c = 0; c < 3; c++)
      exact.data[at * 4 + c] = a * truth.foreground[at * 3 + c]! + (1 - a) * flatColour[c]!;
  });
  const { data } = resample(exact, crop, width, height);
  return {
    alpha: greyOf(resample(cover, crop, width, height)),
    flat: Float32Array.from({ length: width * height * 3 }, (_, i) => data[Math.floor(i / 3) * 4 + (i % 3)]!)
  };
}

/** The reference's alpha on the same crop, composited plainly. */
async function referenceOf(reference: Reference, shot: RgbaImage): Promise<Finished> {
  const cut = await reference.cutOut(await png(shot).toBuffer());
  const data = await sharp(cut.png).ensureAlpha().extractChannel(3).raw().toBuffer();
  const alpha = createPlane(width, height);
  const picture = createImage(width, height);
  for (let at = 0; at < width * height; at++) {
    const a = (alpha.data[at] = data[at]! / 255);
    for (let c = 0; c < 3; c++)
      picture.data[at * 4 + c] = a * shot.data[at * 4 + c]! + (1 - a) * flatColour[c]!;
  }
  return { alpha, picture };
}

function summary(results: readonly Result[]): string {
  const lines = ['engine  wall   alpha MAD  gradient  ΔE2000   ÷ imgly'];
  const mean = (engine: Result['engine'], wall: Scene['wall'], of: (result: Result) => number) => {
    const these = results.filter((result) => result.engine === engine && result.wall === wall);
    return these.reduce((sum, result) => sum + of(result), 0) / these.length;
  };
  for (const wall of ['plain', 'busy'] as const)
    for (const engine of ['fast', 'fine', 'auto', 'imgly'] as const) {
      const [mad, gradient, colour] = (['mad', 'gradient', 'colour'] as const).map((key) =>
        mean(engine, wall, (result) => result[key])
      ) as [number, number, number];
      if (!Number.isFinite(colour)) continue;
      const ratio = colour / mean('imgly', wall, (result) => result.colour);
      lines.push(
        `${engine.padEnd(7)} ${wall.padEnd(6)} ${mad.toFixed(4).padStart(9)} ${gradient.toFixed(4).padStart(9)} ` +
          `${colour.toFixed(3).padStart(7)} ${Number.isFinite(ratio) ? ratio.toFixed(2).padStart(9) : ''}`
      );
    }
  return lines.join('\n');
}

async function writeSheet(file: string, rows: readonly RgbaImage[][]): Promise<void> {
  const [w, h] = [width / 2, height / 2];
  const tiles = await Promise.all(
    rows.flatMap((row, y) =>
      row.map(async (image, x) => ({
        input: await png(image).resize(w, h).toBuffer(),
        left: x * w,
        top: y * h
      }))
    )
  );
  const columns = Math.max(...rows.map((row) => row.length));
  await sharp({ create: { width: columns * w, height: rows.length * h, channels: 3, background: 'white' } })
    .composite(tiles)
    .toFile(file);
}

async function measure(browser: Browser, url: string): Promise<void> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(`${url}/headless`);
  await page.waitForFunction(() => window.gradframe !== undefined);
  const reference = given['no-reference'] ? null : await startReference(browser);
  const results: Result[] = [];
  const rows: RgbaImage[][] = [];
  const chosen: Choice[] = [];
  for (const scene of scenes.filter(({ id }) => !wanted || wanted.includes(id))) {
    const { id, wall } = scene;
    const sitter = await drawScene(scene);
    const picture = await png(sitter.image).removeAlpha().toBuffer();
    const row: RgbaImage[] = [];
    const add = (engine: Result['engine'], { alpha, picture: shown }: Finished, truth: Truth) => {
      results.push({ scene: id, wall, engine, ...score(alpha, shown, truth) });
      row.push(shown);
    };
    let taken: Answered['matte'] | undefined;
    for (const engine of ['fast', 'fine', 'auto'] as const) {
      const answer = await finished(page, picture, engine);
      if (engine === 'auto') taken = answer.matte;
      const truth = truthOf(sitter, answer.crop);
      const shot = resample(sitter.image, answer.crop, width, height);
      if (engine === 'fast') row.push(shot);
      add(engine, answer, truth);
      if (engine === 'fine' && reference) add('imgly', await referenceOf(reference, shot), truth);
    }
    rows.push(row);
    const colourOf = (engine: MatteEngine | 'auto') =>
      results.find((result) => result.scene === id && result.engine === engine)!.colour;
    chosen.push(choiceOf({ scene: id, ...taken! }, colourOf('fast'), colourOf('fine'), colourOf('auto')));
    for (const { engine, mad, gradient, colour } of results.filter(({ scene }) => scene === id))
      console.error(
        `${id.padEnd(15)} ${engine.padEnd(6)} ${mad.toFixed(4)} ${gradient.toFixed(4)} ${colour.toFixed(3)}`
      );
  }
  console.log(`${summary(results)}\n\n${choices(chosen)}`);
  if (given.json) await writeFile(given.json, results.map((row) => `${JSON.stringify(row)}\n`).join(''));
  if (given.sheet) await writeSheet(given.sheet, rows);
  await reference?.stop();
}

await ensurePackages();
const browserPath = await ensureBrowser();
if (browserPath) {
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  const server = await startServer();
  const browser = await chromium.launch({ executablePath: browserPath, args: browserArgs });
  try {
    await measure(browser, server.url);
  } finally {
    await browser.close();
    await server.stop();
  }
} else {
  console.error(noBrowser);
  process.exitCode = 2;
}
