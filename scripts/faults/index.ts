/**
 * Many submissions over connections that break, to a server that is killed at random: is anything lost, doubled or
 * half-written?
 *
 *     npm run -s faults [-- --submissions 10000 --clients 50 --kills 30]
 *
 * Prints the counts as JSON. Exit status 0: none; 1: some; 2: wrong usage.
 */
import { parseArgs } from 'node:util';
import { must } from '../lib/run.mjs';
import { isBuilt } from '../lib/server.mjs';
import { isSound, runFaults } from './run';

const { values } = parseArgs({
  options: {
    submissions: { type: 'string', default: '10000' },
    clients: { type: 'string', default: '50' },
    kills: { type: 'string', default: '30' }
  }
});
const options = {
  submissions: Number(values.submissions),
  clients: Number(values.clients),
  kills: Number(values.kills)
};
const wrong = Object.entries(options).filter(
  ([name, value]) => !Number.isInteger(value) || value < (name === 'kills' ? 0 : 1)
);
if (wrong.length) {
  console.error(`Not a whole number: ${wrong.map(([name]) => `--${name}`).join(', ')}`);
  process.exitCode = 2;
} else {
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  const counts = await runFaults(options);
  console.log(JSON.stringify(counts));
  process.exitCode = isSound(counts) ? 0 : 1;
}
