/**
 * Every test, with all set-up: format, lint, types, imports, unused code, unit, build, browser. Each of
 * the first five and the build counts as one; the last line is `N passed, N failed`, and how many were skipped where a
 * browser could not be had; before it stands how many passed at the second try.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, missingChromium, noBrowser } from './lib/browser.mjs';
import { missingJsc } from './lib/jsc.mjs';
import { missingOthers } from './lib/other-browsers.mjs';
import { installPackages } from './lib/programs.mjs';
import { ensurePackages, must, run } from './lib/run.mjs';

// Both wait for the network more than they compute.
const programs = installPackages(...missingChromium(), ...missingOthers(), ...missingJsc());
await ensurePackages();
await must('Preparing the models', 'npm', ['run', '-s', 'models']);

const results = mkdtempSync(join(tmpdir(), 'gradframe-test-'));
let passed = 0;
let failed = 0;
let skipped = 0;
/** Passed at the second try. */
let flaky = 0;

/** @typedef {{ passed: number, failed: number, skipped?: number, flaky?: number }} Counts */

/** @param {string} title @param {() => Promise<Counts>} stage */
async function step(title, stage) {
  console.log(`\n── ${title}`);
  const counts = await stage();
  console.log(`── ${title}: ${counts.passed} passed, ${counts.failed} failed `);
  passed += counts.passed;
  failed += counts.failed;
  skipped += counts.skipped ?? 0;
  flaky += counts.flaky ?? 0;
  return counts.failed === 0;
}

/** @param {number} status */
const asOne = (status) => (status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {string} script */
const oneOf = (script) => async () => asOne(await run('npm', ['run', '-s', script]));

/**
 * Begins a command beside the others; what it prints is shown when its step comes.
 * @param {string} name @param {[string, string[]]} command
 */
function begin(name, [program, args]) {
  const file = join(results, `${name}.log`);
  const log = openSync(file, 'w');
  const ended = run(program, args, { stdio: ['ignore', log, log] }).finally(() => closeSync(log));
  return {
    ended,
    async status() {
      const status = await ended;
      process.stdout.write(readFileSync(file));
      return status;
    }
  };
}

/**
 * Counts out of a runner's JSON; a run that left none, or none executed, is a failure.
 * @param {string} file @param {number} status
 * @param {(report: any) => Counts} count
 */
function counted(file, status, count) {
  try {
    const counts = count(JSON.parse(readFileSync(file, 'utf8')));
    if (counts.failed === 0 && (status !== 0 || counts.passed === 0)) return { ...counts, failed: 1 };
    return counts;
  } catch {
    // no report: the part did not run to its end, which is a failure
    return { passed: 0, failed: 1 };
  }
}

// The checks keep one core busy, and the build and then the unit tests what is left of two.
const build = begin('build', ['npm', ['run', '-s', 'build']]);
const unitFile = join(results, 'unit.json');
const unit = Promise.all([build.ended, programs]).then(() =>
  begin('unit', [
    'npx',
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`]
  ])
);
await step('format', oneOf('format:check'));
await step('lint', oneOf('lint'));
await step('types', oneOf('check'));
await step('imports', oneOf('imports'));
await step('unused', oneOf('unused'));
const built = await step('build', async () => asOne(await build.status()));
await step('unit', async () =>
  counted(unitFile, await (await unit).status(), (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests
  }))
);
if (built) {
  await step('browser', async () => {
    const browser = await ensureBrowser();
    if (!browser) {
      console.error(noBrowser);
      return { passed: 0, failed: 1 };
    }
    const missing = missingOthers();
    if (missing.length > 0)
      console.error(
        `Without ${missing.join(', ')} (Debian packages) the tests of Firefox or WebKit are skipped.`
      );
    const file = join(results, 'e2e.json');
    const env = { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const status = await run('npx', ['playwright', 'test', '--reporter=list,json'], { env });
    return counted(file, status, ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      flaky: stats.flaky
    }));
  });
}

rmSync(results, { recursive: true, force: true });
if (flaky > 0) console.log(`\n${flaky} of them passed at the second try only.`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
