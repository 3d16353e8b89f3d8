/**
 * Every test, with all set-up: format, lint, types, imports, unused code, build, size of its code, unit, what can differ
 * on the other Node, browser. Each of the first seven counts as one; the last line is `N passed, N failed`, and how many
 * were skipped where a browser could not be had; before it stands how many ran on the other Node, and how many passed
 * at the second try.
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, missingChromium, noBrowser } from './lib/browser.mjs';
import { missingJsc } from './lib/jsc.mjs';
import { inMemory } from './lib/memory-folder.mjs';
import { missingOthers } from './lib/other-browsers.mjs';
import { otherLine, otherNode } from './lib/other-node.mjs';
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
 * @param {string} name @param {[string, string[]]} command @param {Record<string, string>} [env]
 */
function begin(name, [program, args], env = {}) {
  const file = join(results, `${name}.log`);
  const log = openSync(file, 'w');
  const ended = run(program, args, { env, stdio: ['ignore', log, log] }).finally(() => closeSync(log));
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
const build = begin('build', ['npm', ['run', '-s', 'build']], { GRADFRAME_PACK: 'quick' });
/**
 * Begins Vitest with this or another Node, its report in a file.
 * @param {string} name @param {string} node @param {string[]} filters @param {Record<string, string>} [env]
 */
function beginUnit(name, node, filters, env) {
  const file = join(results, `${name}.json`);
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const begun = begin(name, [node, ['node_modules/vitest/vitest.mjs', 'run', ...report, ...filters]], env);
  return async () =>
    counted(file, await begun.status(), (found) => ({
      passed: found.numPassedTests,
      failed: found.numFailedTests,
      skipped: found.numPendingTests
    }));
}

/** What a version of Node may change: server, databases, native modules, wasm, scripts, streams, cryptography. */
const byNode = ['src/lib/server', 'workers/kernels', 'workers/image', 'workers/code', 'scripts'];
// Some run in the browser.
const unit = Promise.all([build.ended, programs]).then(() => beginUnit('unit', process.execPath, []));
await step('format', oneOf('format:check'));
await step('lint', oneOf('lint'));
await step('types', oneOf('check'));
await step('imports', oneOf('imports'));
await step('unused', oneOf('unused'));
const built = await step('build', async () => asOne(await build.status()));
if (built) await step('budget', oneOf('budget'));
await step('unit', await unit);
let elsewhere = 0;
await step(`unit on Node ${otherLine}`, async () => {
  const node = await otherNode();
  if (!node) return { passed: 0, failed: process.env.CI ? 1 : 0, skipped: 1 };
  const env = { ...inMemory(), GRADFRAME_QUICK: 'other-node', GRADFRAME_NO_BROWSER: '1' };
  const counts = await beginUnit('other-node', node, byNode, env)();
  elsewhere = counts.passed;
  return counts;
});
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
if (elsewhere > 0) console.log(`\n${elsewhere} of them on Node ${otherLine}.`);
if (flaky > 0) console.log(`\n${flaky} of them passed at the second try only.`);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 ? 0 : 1);
