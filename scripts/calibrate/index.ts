/**
 * The verdict table against labelled portraits: every measure's values by label, and the precision and recall of
 * the bounds that the table has.
 *
 *     npm run -s calibrate -- FOLDER... [--cache DIR] [--only ID,ID] [--names] [--train]
 *
 * Each folder has its pictures and a `labels.json` (`{ "portraits": [{ "file", "mouth", "pose", "glasses", … }] }`).
 * The first run looks at them in headless Chromium and keeps that in the cache; later runs take seconds. `--train` makes
 * the numbers of the appearance models anew from these pictures, and nothing else.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from '../../workers/verdict/rules';
import { judge } from '../../workers/verdict/judge';
import { defaultStandard } from '../../workers/standard/catalogue';
import type { Finding } from '../../workers/protocol';
import { UsageError } from '../headless/arguments';
import { ensureBrowser, noBrowser } from '../lib/browser.mjs';
import { ensurePackages, must, root } from '../lib/run.mjs';
import { isBuilt } from '../lib/server.mjs';
import { questions } from './questions';
import { labelledPictures, type LabelledPicture } from './pictures';
import { quantiles, score, type Case } from './score';
import { seePictures, seen } from './see';
import { Trainer } from './train';

interface Judged extends LabelledPicture {
  findings: Map<string, Finding>;
  verdict: string;
}

async function main(): Promise<void> {
  const { values: given, positionals: folders } = parseArgs({
    allowPositionals: true,
    options: {
      cache: { type: 'string' },
      only: { type: 'string' },
      names: { type: 'boolean' },
      train: { type: 'boolean' }
    }
  });
  if (!folders.length)
    throw new UsageError('usage: calibrate FOLDER... [--cache DIR] [--only ID,ID] [--names] [--train]');
  const cache = given.cache ?? join(root, 'shots', 'calibrate');
  const pictures = (await Promise.all(folders.map(labelledPictures))).flat();
  await seePictures(
    pictures.map(({ path }) => path),
    cache,
    prepare
  );
  const trainer = new Trainer();
  if (given.train) {
    for (const picture of pictures) trainer.add(picture, await seen(picture.path, cache));
    await trainer.write();
    console.log(`Written: the appearance models.${trainer.report()}`);
    return;
  }
  const judged: Judged[] = [];
  for (const picture of pictures) {
    const input = await seen(picture.path, cache);
    trainer.add(picture, input);
    const report = judge(input, {
      kind: 'still',
      stage: 'source',
      standard: defaultStandard
    });
    const findings = new Map(report.findings.map((finding) => [finding.id, finding]));
    judged.push({ ...picture, findings, verdict: report.verdict });
  }
  const only = given.only?.split(',');
  for (const { measure, stages } of rules)
    if (stages.includes('source') && (!only || only.includes(measure.id)))
      print(measure.id, judged, given.names ?? false);
  console.log(trainer.report());
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

function print(id: string, judged: readonly Judged[], names: boolean): void {
  console.log(`\n${id}`);
  line('all', judged, id);
  for (const { label, bad, good } of questions.filter((question) => question.rule === id)) {
    const told = judged.filter(({ labels }) => [bad, good].includes(labels[label] as never));
    line(
      `${label} ${good}`,
      told.filter(({ labels }) => labels[label] === good),
      id
    );
    line(
      `${label} ${bad}`,
      told.filter(({ labels }) => labels[label] === bad),
      id
    );
    for (const [verdicts, title] of [
      [['warn', 'fail'], 'warned or failed'],
      [['fail'], 'failed']
    ] as const) {
      const cases = told.map(({ name, labels, findings }): Case => {
        const { value = null, verdict = 'na' } = findings.get(id) ?? {};
        const flagged = (verdicts as readonly string[]).includes(verdict);
        return { name, value, flagged, truth: labels[label] === bad };
      });
      const { precision, recall, f1, truePositives, falsePositives, falseNegatives, ...lists } = score(cases);
      console.log(
        `  ${title.padEnd(17)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}` +
          `  (${truePositives} right, ${falsePositives} wrong, ${falseNegatives} missed)`
      );
      if (names && lists.missed.length) console.log(`    missed: ${lists.missed.join(' ')}`);
      if (names && lists.wronglyFlagged.length) console.log(`    wrong: ${lists.wronglyFlagged.join(' ')}`);
    }
  }
}

/** One line of a measure's values over some pictures, and how they were judged. */
function line(title: string, judged: readonly Judged[], id: string): void {
  const findings = judged.flatMap(({ findings }) => findings.get(id) ?? []);
  const values = findings.flatMap(({ value }) => value ?? []);
  const spread = quantiles(values, [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1]).map((value) => value.toPrecision(3));
  const count = (verdict: string): number => findings.filter((one) => one.verdict === verdict).length;
  console.log(
    `  ${title.padEnd(20)} n ${String(values.length).padStart(3)}  ${spread.map((one) => one.padStart(9)).join('')}` +
      `   pass ${count('pass')} warn ${count('warn')} fail ${count('fail')} na ${count('na')}`
  );
}

try {
  await main();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
