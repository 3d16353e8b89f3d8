/**
 * The verdict table against labelled portraits: every measure's values by label, and the precision and recall of
 * the bounds that the table has; then the same of what a student is told, whatever rules say it, and how often good
 * pictures are objected to by the tone of the skin.
 *
 *     npm run -s calibrate -- FOLDER... [--cache DIR] [--only ID,ID] [--names] [--json FILE]
 *
 * Each folder has its pictures and a `labels.json` (`{ "portraits": [{ "file", "mouth", "pose", "glasses", … }] }`).
 * `--json` writes a row for each measure besides.
 * The first run looks at them in headless Chromium and keeps that in the cache; later runs take seconds. Behind the
 * bounds in force stands what a bound is worth on pictures that it was not chosen by.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from '../../workers/verdict/rules';
import { boundOf, judge } from '../../workers/verdict/judge';
import { resolveStandard } from '../../workers/standard/resolve';
import { UsageError } from '../headless/arguments';
import { ensureBrowser, noBrowser } from '../lib/browser.mjs';
import { ensurePackages, must, root } from '../lib/run.mjs';
import { isBuilt } from '../lib/server.mjs';
import { adviceLines, toneOf } from './advice';
import { labelledPictures } from './pictures';
import { measurePictures, seen } from './measure-folder';
import { linesOf, tableOf, type Judged, type MeasureTable } from './table';

async function main(): Promise<void> {
  const { values: given, positionals: folders } = parseArgs({
    allowPositionals: true,
    options: {
      cache: { type: 'string' },
      only: { type: 'string' },
      names: { type: 'boolean' },
      json: { type: 'string' }
    }
  });
  if (!folders.length)
    throw new UsageError('usage: calibrate FOLDER... [--cache DIR] [--only ID,ID] [--names] [--json FILE]');
  const cache = given.cache ?? join(root, 'shots', 'calibrate');
  const pictures = (await Promise.all(folders.map(labelledPictures))).flat();
  await measurePictures(
    pictures.map(({ path }) => path),
    cache,
    prepare
  );
  const judged: (Judged & { tone: ReturnType<typeof toneOf> })[] = [];
  for (const picture of pictures) {
    const input = await seen(picture.path, cache);
    // An upload: whatever is asked of a still is asked of it too.
    const report = judge(input, {
      kind: 'upload',
      stage: 'source',
      standard: resolveStandard()
    });
    const findings = new Map(report.findings.map((finding) => [finding.id, finding]));
    judged.push({ ...picture, findings, verdict: report.verdict, tone: toneOf(input) });
  }
  const only = given.only?.split(',');
  const tables: MeasureTable[] = [];
  const standard = resolveStandard();
  for (const rule of rules)
    if (rule.stages.includes('source') && (!only || only.includes(rule.measure.id)))
      tables.push(tableOf(rule.measure.id, judged, boundOf(rule, standard) ?? {}));
  for (const table of tables) for (const line of linesOf(table, given.names ?? false)) console.log(line);
  if (given.json) await writeFile(given.json, tables.map((table) => `${JSON.stringify(table)}\n`).join(''));
  for (const line of adviceLines(judged)) console.log(line);
  const count = (verdict: string): number => judged.filter((one) => one.verdict === verdict).length;
  console.log(
    `\n${judged.length} pictures: fail ${count('fail')}, warn ${count('warn')}, pass ${count('pass')}`
  );
}

async function prepare(): Promise<string> {
  await ensurePackages();
  const browser = await ensureBrowser();
  if (!browser) throw new UsageError(noBrowser);
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  return browser;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
