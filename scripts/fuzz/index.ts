/**
 * Random forms, bodies, ranges, content types and addresses over every route: is there an outage, or an endpoint that
 * ends?
 *
 *     npm run -s fuzz [-- --requests 5000 --seed N --database sqlite|postgres]
 *
 * The same seed sends the same requests. What was answered by an outage, or not at all, goes to standard error; prints
 * the counts as JSON. Exit status 0: neither, and a good photo was taken afterwards; 1: otherwise; 2: wrong usage.
 */
import { parseArgs } from 'node:util';
import { must } from '../lib/run.mjs';
import { isBuilt } from '../lib/server.mjs';
import { runFuzz } from './run';

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    database: { type: 'string', default: 'sqlite' }
  }
});
const { database } = values;
const [requests, seed] = [Number(values.requests), Number(values.seed)];
if (!Number.isInteger(requests) || requests < 1 || !Number.isInteger(seed)) {
  console.error('--requests and --seed are whole numbers');
  process.exitCode = 2;
} else if (database !== 'sqlite' && database !== 'postgres') {
  console.error('--database is sqlite or postgres');
  process.exitCode = 2;
} else {
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  const counts = await runFuzz({ requests, seed, database });
  console.log(JSON.stringify(counts));
  process.exitCode = counts['5xx'] === 0 && counts.unhandled === 0 && counts.alive ? 0 : 1;
}
