/**
 * Every test, with all set-up: format, lint, types, unit, build, browser. Each of the first three and the
 * build counts as one; the last line is `N passed, N failed`.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, noBrowser } from './lib/browser.mjs';
import { ensurePackages, must, run } from './lib/run.mjs';

await ensurePackages();
await must('Preparing the models', 'npm', ['run', '-s', 'models']);

const results = mkdtempSync(join(tmpdir(), 'gradframe-test-'));
let passed = 0;
let failed = 0;

/** @param {string} title @param {() => Promise<{ passed: number, failed: number }>} stage */
async function step(title, stage) {
  console.log(`\n── ${title}`);
  const counts = await stage();
  console.log(`── ${title}: ${counts.passed} passed, ${counts.failed} failed `);
  passed += counts.passed;
  failed += counts.failed;
  return counts.failed === 0;
}

/** @param {number} status */
const asOne = (status) => (status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {string} script */
const oneOf = (script) => async () => asOne(await run('npm', ['run', '-s', script]));

/** Begins a script beside the others; what it prints is shown when its step comes. @param {string} script */
function begin(script) {
  const file = join(results, `${script}.log`);
  const log = openSync(file, 'w');
  const ended = run('npm', ['run', '-s', script], { stdio: ['ignore', log, log] });
  return async () => {
    const status = await ended;
    closeSync(log);
    process.stdout.write(readFileSync(file));
    return asOne(status);
  };
}

/**
 * Counts out of a runner's JSON; a run that left none, or none executed, is a failure.
 * @param {string} file @param {number} status
 * @param {(report: any) => { passed: number, failed: number }} count
 */
function counted(file, status, count) {
  try {
    const counts = count(JSON.parse(readFileSync(file, 'utf8')));
    if (counts.failed === 0 && (status !== 0 || counts.passed === 0)) return { ...counts, failed: 1 };
    return counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

// Each of these keeps one core busy, and there are two.
const build = begin('build');
await step('format', oneOf('format:check'));
await step('lint', oneOf('lint'));
await step('types', oneOf('check'));
const built = await step('build', build);
await step('unit', async () => {
  const file = join(results, 'unit.json');
  const status = await run('npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`
  ]);
  return counted(file, status, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests
  }));
});
if (built) {
  await step('browser', async () => {
    const browser = await ensureBrowser();
    if (!browser) {
      console.error(noBrowser);
      return { passed: 0, failed: 1 };
    }
    const file = join(results, 'e2e.json');
    const env = { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const status = await run('npx', ['playwright', 'test', '--reporter=list,json'], { env });
    return counted(file, status, ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected
    }));
  });
}

rmSync(results, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
