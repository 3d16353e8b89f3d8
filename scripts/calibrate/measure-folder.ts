import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { chromium, type Page } from 'playwright';
import sharp from 'sharp';
import type { EncodedInput } from '../../src/lib/headless/headless';
import { headGeometry } from '../../workers/face/geometry';
import { labelNames, labelSide, type Label, type LabelPlanes } from '../../workers/face/labels';
import { solveCrop } from '../../workers/finish/crop';
import { namesCamera } from '../../workers/image/exif';
import type { Window } from '../../workers/image/resample';
import { sniff } from '../../workers/image/sniff';
import type { MeasureInput } from '../../workers/measures/measure';
import type { FinishOptions } from '../../workers/protocol';
import { resolveStandard } from '../../workers/standard/resolve';
import { browserArgs } from '../lib/browser.mjs';
import { startServer } from '../lib/server.mjs';

const standard = resolveStandard();
const options: FinishOptions = {
  kind: 'still',
  standard,
  matte: 'fast',
  force: false,
  emit: { alpha: false, overlay: false, input: true }
};

type Kept = Pick<EncodedInput, 'faces'> & { window: Window | null };

/**
 * Looks at pictures as the image core does, in headless Chromium on the production build, and keeps what its
 * measures saw (pixels, landmarks, matte, labels) in `cache` by the picture's content, so that a second run needs no browser.
 * `prepare` builds where needed and answers the browser; called only when there is something new to look at.
 */
export async function measurePictures(
  paths: readonly string[],
  cache: string,
  prepare: () => Promise<string>
): Promise<void> {
  await mkdir(cache, { recursive: true });
  const missing: string[] = [];
  for (const path of paths) if (!(await isKept(path, cache))) missing.push(path);
  if (!missing.length) return;
  const executablePath = await prepare();
  const server = await startServer();
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  try {
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
    await page.goto(`${server.url}/headless`);
    await page.waitForFunction(() => window.gradframe !== undefined);
    for (const [at, path] of missing.entries()) {
      await keep(await see(page, path), await stem(path, cache));
      if (process.stderr.isTTY) process.stderr.write(`\r${at + 1} / ${missing.length}`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** What the measures saw of a picture that `measurePictures` has looked at. */
export async function seen(path: string, cache: string): Promise<MeasureInput> {
  const at = await stem(path, cache);
  const { data, info } = await sharp(`${at}.png`).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const image = { width: info.width, height: info.height, data: Uint8ClampedArray.from(data) };
  const kept = JSON.parse(await readFile(`${at}.json`, 'utf8')) as Kept;
  const faces = kept.faces.map(({ landmarks, matrix }) => ({
    landmarks: Float32Array.from(landmarks),
    matrix: Float32Array.from(matrix)
  }));
  const grey = await sharp(`${at}.matte.png`).extractChannel(0).raw().toBuffer({ resolveWithObject: true });
  const { width, height } = grey.info;
  const matte = { width, height, data: Float32Array.from(grey.data, (level) => level / 255) };
  const labels = kept.window && { window: kept.window, planes: planesOf(await readFile(`${at}.labels`)) };
  const [sitter] = faces;
  const geometry = sitter ? headGeometry(sitter, matte, image) : null;
  const framing = geometry && { reason: solveCrop(geometry, image, standard).reason };
  const file = await fileOf(path);
  return {
    image,
    faces,
    geometry,
    matte,
    file,
    ...(labels && { labels }),
    ...(framing && { framing })
  };
}

const planesOf = (all: Buffer): LabelPlanes =>
  Object.fromEntries(
    labelNames.map((name, at) => [
      name,
      Uint8Array.from(all.subarray(at * labelSide ** 2, (at + 1) * labelSide ** 2))
    ])
  ) as Record<Label, Uint8Array<ArrayBuffer>>;

async function fileOf(path: string): Promise<NonNullable<MeasureInput['file']>> {
  const bytes = await readFile(path);
  const { autoOrient } = await sharp(bytes).metadata();
  return { type: sniff(bytes).type, bytes: bytes.length, camera: namesCamera(bytes), ...autoOrient };
}

async function see(page: Page, path: string): Promise<EncodedInput> {
  await page.setInputFiles('input[type=file]', path);
  const answer = await page.evaluate((given) => window.gradframe!.photo(given), options);
  if (!answer.ok) throw new Error(`${basename(path)}: the image core answered ${answer.code}`);
  return answer.value.input!;
}

async function keep({ image, faces, matte, labels }: EncodedInput, at: string): Promise<void> {
  const { width, height, rgba } = image;
  const raw = { width, height, channels: 4 } as const;
  await sharp(Buffer.from(rgba, 'base64'), { raw })
    .removeAlpha()
    .png({ compressionLevel: 3 })
    .toFile(`${at}.png`);
  const plane = matte ?? { width: 1, height: 1, grey: 'AA==' };
  await sharp(Buffer.from(plane.grey, 'base64'), {
    raw: { width: plane.width, height: plane.height, channels: 1 }
  }).toFile(`${at}.matte.png`);
  if (labels) await writeFile(`${at}.labels`, Buffer.from(labels.planes, 'base64'));
  await writeFile(`${at}.json`, JSON.stringify({ faces, window: labels?.window ?? null } satisfies Kept));
}

const isKept = async (path: string, cache: string) =>
  readFile(`${await stem(path, cache)}.json`).then(
    () => true,
    () => false
  );

async function stem(path: string, cache: string): Promise<string> {
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  return join(cache, digest.slice(0, 20));
}
