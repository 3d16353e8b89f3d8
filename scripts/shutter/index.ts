/**
 * Labelled portraits before the camera, one after another, each standing still: whether the automatic shutter fires by
 * itself, and whether the still that it takes then passes.
 *
 *     npm run -s shutter -- FOLDER... [--all] [--patience SECONDS] [--json FILE]
 *
 * Folders as of `calibrate`. Only good sitters: frontal, lips closed, in even light, framed so that the crop fits;
 * `--all`: every picture. Exit status 0 where all of them fired and no still failed; always so with `--all`.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import type { StandInAnswer } from '../../src/lib/headless/stand-in';
import { labelledPictures, type LabelledPicture } from '../calibrate/pictures';
import { UsageError } from '../headless/arguments';
import { browserArgs, ensureBrowser, noBrowser } from '../lib/browser.mjs';
import { ensurePackages, must } from '../lib/run.mjs';
import { isBuilt, startServer } from '../lib/server.mjs';

/** What an eye says of a sitter whom nothing has to be told. Absent labels do not speak against one. */
const wanted: Readonly<Record<string, unknown>> = {
  faces: 1,
  mouth: 'closed',
  pose: 'frontal',
  light: 'even',
  framing: 'fits',
  eyesClosed: false,
  headCovered: false,
  maskOrHand: false
};
const isGood = ({ labels }: LabelledPicture) =>
  labels.kind !== 'document' &&
  Object.entries(wanted).every(([label, value]) => labels[label] === undefined || labels[label] === value);

async function main(): Promise<void> {
  const { values: given, positionals: folders } = parseArgs({
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      patience: { type: 'string', default: '8' },
      json: { type: 'string' }
    }
  });
  const patience = Number(given.patience);
  if (!folders.length || !(patience > 0))
    throw new UsageError('usage: shutter FOLDER... [--all] [--patience SECONDS] [--json FILE]');
  const labelled = (await Promise.all(folders.map(labelledPictures))).flat();
  const pictures = given.all ? labelled : labelled.filter(isGood);
  await ensurePackages();
  const executablePath = await ensureBrowser();
  if (!executablePath) throw new UsageError(noBrowser);
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  const server = await startServer();
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  const rows: (StandInAnswer & { name: string })[] = [];
  try {
    const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
    await page.goto(`${server.url}/headless`);
    await page.waitForFunction(() => window.gradframe !== undefined);
    for (const { name, path } of pictures) {
      await page.setInputFiles('input[type=file]', path);
      const answer = await page.evaluate((ms) => window.gradframe!.shutter(ms), patience * 1000);
      if (!answer.ok) throw new Error(`${name}: the image core answered ${answer.code}`);
      rows.push({ name, ...answer.value });
      console.log(lineOf(name, answer.value));
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  if (given.json) await writeFile(given.json, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const fired = rows.filter(({ firedAfter }) => firedAfter !== null).length;
  const failed = rows.filter(({ still }) => still?.verdict === 'fail').length;
  console.log(
    `\n${rows.length} pictures: the shutter fired for ${fired}; of these stills ${failed} failed a rule`
  );
  if (!given.all && (fired < rows.length || failed)) process.exitCode = 1;
}

function lineOf(name: string, { firedAfter, live, still }: StandInAnswer): string {
  const of = (list: StandInAnswer['live']) =>
    list.map(({ id, verdict, value }) => `${id} ${verdict} ${value?.toPrecision(3)}`).join(', ') || 'nothing';
  const shutter = firedAfter === null ? 'not fired' : `fired after ${(firedAfter / 1000).toFixed(1)} s`;
  return `${name.padEnd(32)} ${shutter}; live: ${of(live)}${still ? `; still ${still.verdict}: ${of(still.objections)}` : ''}`;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
