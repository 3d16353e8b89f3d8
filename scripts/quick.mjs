/**
 * What a change most often breaks, in two minutes: format, lint, types, imports, unused code and the unit tests that are
 * quick and need no browser. `npm test` runs everything, without the caches that the first two keep here.
 */
import { inMemory } from './lib/memory-folder.mjs';
import { ensurePackages, must, run } from './lib/run.mjs';

const cache = 'node_modules/.cache';
/** Two at a time, longest first, as each takes a core. @type {[string, string, string[]][]} */
const checks = [
  ['lint', 'npm', ['run', '-s', 'lint', '--', '--cache', '--cache-location', `${cache}/eslint/`]],
  ['unit', 'npx', ['vitest', 'run', '--reporter=dot', '--silent']],
  ['types', 'npm', ['run', '-s', 'check']],
  ['unused', 'npm', ['run', '-s', 'unused']],
  ['imports', 'npm', ['run', '-s', 'imports']],
  ['format', 'npm', ['run', '-s', 'format:check', '--', '--cache', '--cache-location', `${cache}/prettier`]]
];

/** @type {string[]} */
const failed = [];
const waiting = [...checks];
async function lane() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, program, args] = next;
    const began = Date.now();
    const status = await run(program, args, {
      env: { ...inMemory(), GRADFRAME_QUICK: '1', GRADFRAME_NO_BROWSER: '1' }
    });
    if (status !== 0) failed.push(name);
    console.log(
      `── ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - began) / 1000)} s`
    );
  }
}
await ensurePackages();
await must('Preparing the models', 'npm', ['run', '-s', 'models']);
// Both write the framework's own types first; done once, they do not meet.
await run('npx', ['svelte-kit', 'sync']);
await Promise.all([lane(), lane()]);
console.log(failed.length === 0 ? 'All passed.' : `Failed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
