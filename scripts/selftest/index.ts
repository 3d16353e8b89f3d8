/**
 * The measures against what is known by construction: a drawn sitter is changed by one parameter at a time and
 * given to the image core in headless Chromium, on the production build. Writes a plot for every curve and a page
 * that shows them all.
 *
 *     npm run -s selftest [-- --out DIR] [--only ID,ID]
 *
 * Exit status: 0 every curve kept its tolerance; 1 some did not; 2 no browser.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright';
import { encodeJpeg } from '../lib/jpeg';
import { renderSitter, type Sitter } from '../../workers/studio/sitter';
import { browserArgs, ensureBrowser, noBrowser } from '../lib/browser.mjs';
import { cleanFaults, cleanSitters } from '../../src/lib/selftest/clean';
import { plot } from '../../src/lib/selftest/plot';
import { frame } from '../../src/lib/selftest/reading';
import { series, faults, type Reading, type Sample, type Sweep } from '../../src/lib/selftest/sweep';
import { sweeps } from '../../src/lib/selftest/sweeps';
import { ensurePackages, must, root } from '../lib/run.mjs';
import { isBuilt, startServer } from '../lib/server.mjs';
import { ask } from './ask';

const { values: given } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } });
const out = given.out ?? join(root, 'shots', 'selftest');
const chosen = given.only?.split(',');
const wanted = (id: string): boolean => !chosen || chosen.includes(id);

/** Reads many pictures; each is drawn while the core looks at the one before. */
async function readAll<T extends { sitter: () => Sitter; force: boolean }>(
  page: Page,
  items: readonly T[]
): Promise<{ item: T; sitter: Sitter; reading: Reading }[]> {
  const done: { item: T; sitter: Sitter; reading: Reading }[] = [];
  let pending: Promise<unknown> = Promise.resolve();
  for (const item of items) {
    const sitter = item.sitter();
    await pending;
    pending = ask(page, sitter, item.force).then((reading) => done.push({ item, sitter, reading }));
  }
  await pending;
  return done;
}

async function runSweep(page: Page, sweep: Sweep): Promise<{ faults: string[]; html: string }> {
  const answers = await readAll(
    page,
    sweep.values.map((value) => ({
      value,
      sitter: () => renderSitter({ ...frame, ...sweep.sitter(value) }),
      force: sweep.force ?? false
    }))
  );
  const samples: Sample[] = answers.map(({ item, sitter, reading }) => ({
    value: item.value,
    truth: sitter.truth,
    reading
  }));
  const wrong = faults(sweep, samples);
  const plots = series(sweep, samples).map((one) => plot(one, sweep.parameter));
  for (const [i, svg] of plots.entries()) await writeFile(join(out, `${sweep.id}-${i + 1}.svg`), svg);
  const pictures = [answers[0]!, answers[Math.floor(answers.length / 2)]!, answers.at(-1)!];
  for (const [i, { sitter }] of pictures.entries())
    await writeFile(join(out, `${sweep.id}-${i + 1}.jpg`), await encodeJpeg(sitter.image, 80));
  return { faults: wrong, html: section(sweep, wrong, plots.length, pictures.length) };
}

function section({ id }: Sweep, wrong: readonly string[], plots: number, pictures: number): string {
  const list = (count: number, one: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => one(i + 1)).join('');
  return `<section><h2>${id}</h2>
<p>${list(pictures, (i) => `<img src="${id}-${i}.jpg" height="200" alt="">`)}</p>
<p>${list(plots, (i) => `<img src="${id}-${i}.svg" width="640" alt="">`)}</p>
${wrong.length ? `<ul>${wrong.map((line) => `<li>${line}</li>`).join('')}</ul>` : '<p>Within its tolerance.</p>'}</section>`;
}

async function runClean(page: Page): Promise<{ faults: string[]; html: string }> {
  const answers = await readAll(
    page,
    cleanSitters().map(({ name, options }) => ({
      name,
      sitter: () => renderSitter({ ...frame, ...options }),
      force: false
    }))
  );
  const wrong = cleanFaults(answers.map(({ item, reading }) => ({ name: item.name, reading })));
  const html = `<section><h2>Clean sitters</h2><p>${answers.length} sitters; rules that object to more than 1 %:</p>
<ul>${wrong.map((line) => `<li>${line}</li>`).join('') || '<li>none</li>'}</ul></section>`;
  return { faults: wrong, html };
}

async function main(executablePath: string): Promise<boolean> {
  await mkdir(out, { recursive: true });
  const server = await startServer();
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${server.url}/headless`);
    await page.waitForFunction(() => window.gradframe !== undefined);
    const parts: { faults: string[]; html: string }[] = [];
    const report = (title: string, part: { faults: string[]; html: string }): void => {
      parts.push(part);
      console.log(`${part.faults.length ? 'FAIL' : 'ok  '} ${title}`);
      for (const line of part.faults) console.log(`       ${line}`);
    };
    for (const sweep of sweeps) if (wanted(sweep.id)) report(sweep.id, await runSweep(page, sweep));
    if (wanted('clean')) report('Clean sitters', await runClean(page));
    const style = 'body{font-family:sans-serif;margin:2rem;max-width:84rem}img{margin:.25rem}';
    await writeFile(
      join(out, 'index.html'),
      `<!doctype html><meta charset="utf-8"><title>Self-test</title><style>${style}</style><h1>Self-test of the measures</h1>${parts.map(({ html }) => html).join('\n')}\n`
    );
    console.log(`Plots: ${join(out, 'index.html')}`);
    return parts.every((part) => part.faults.length === 0);
  } finally {
    await browser.close();
    await server.stop();
  }
}

await ensurePackages();
const browserPath = await ensureBrowser();
if (browserPath) {
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  process.exitCode = (await main(browserPath)) ? 0 : 1;
} else {
  console.error(noBrowser);
  process.exitCode = 2;
}
