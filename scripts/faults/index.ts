/**
 * Many submissions over connections that break, to endpoints that are killed at random, while reviewers work: is
 * anything lost, doubled or half-written?
 *
 *     npm run -s faults [-- --submissions 10000 --clients 50 --kills 30 --instances 1 --database sqlite|postgres
 *                           --photos folder|s3 --restarts 0 --json FILE]
 *
 * `--restarts` are the database's. Several instances stand behind nginx, each in its turn; they need PostgreSQL, which is
 * started here, as is the photo store. Progress goes to standard error; prints the counts as JSON. Exit status 0: nothing
 * went wrong; 1: something did; 2: wrong usage.
 */
import { writeFile } from 'node:fs/promises';
import { must } from '../lib/run.mjs';
import { isBuilt } from '../lib/server.mjs';
import { readOptions } from './options';
import { isSound, runFaults } from './run';

const read = readOptions(process.argv.slice(2));
if ('wrong' in read) {
  console.error(read.wrong);
  process.exitCode = 2;
} else {
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  const counts = await runFaults(read);
  const line = JSON.stringify(counts);
  if (read.json !== undefined) await writeFile(read.json, `${line}\n`);
  console.log(line);
  process.exitCode = isSound(counts) ? 0 : 1;
}
