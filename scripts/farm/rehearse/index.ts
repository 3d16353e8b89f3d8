/**
 * A farm under kills: pictures of drawn sitters, broken ones among them, several workers that are killed at random, a
 * database that is started again. Is each picture finished once, as one process finishes it?
 *
 *     npm run -s farm:rehearse [-- --pictures 2000 --broken 20 --workers 3 --jobs 1 --kills 10 --restarts 2
 *                                 --photos folder|s3 --matte auto|fast|fine --json FILE]
 *
 * Everything runs in temporary folders. Progress goes to standard error; the last line is the counts as JSON. Exit status
 * 0: nothing went wrong; 1: something did; 2: wrong usage.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { must } from '../../lib/run.mjs';
import { isBuilt } from '../../lib/server.mjs';
import { isSound, rehearse, type RehearsalOptions } from './run';

const numbers = { pictures: 1, broken: 0, workers: 1, jobs: 1, kills: 0, restarts: 0 } as const;
type Count = keyof typeof numbers;

function readOptions(args: readonly string[]): RehearsalOptions & { json: string | undefined } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      pictures: { type: 'string', default: '2000' },
      broken: { type: 'string' },
      workers: { type: 'string', default: '3' },
      jobs: { type: 'string', default: '1' },
      kills: { type: 'string', default: '10' },
      restarts: { type: 'string', default: '2' },
      photos: { type: 'string', default: 'folder' },
      matte: { type: 'string', default: 'fast' },
      json: { type: 'string' }
    }
  });
  const { json, photos, matte, ...given } = values;
  const counts = { ...given, broken: given.broken ?? String(Math.ceil(Number(given.pictures) / 100)) };
  const read = Object.fromEntries(
    Object.entries(counts).map(([name, value]) => [name, Number(value)])
  ) as Record<Count, number>;
  for (const [name, least] of Object.entries(numbers))
    if (!Number.isInteger(read[name as Count]) || read[name as Count] < least)
      throw new Error(`--${name} is a whole number of at least ${least}`);
  if (photos !== 'folder' && photos !== 's3') throw new Error('--photos is folder or s3');
  if (matte !== 'auto' && matte !== 'fast' && matte !== 'fine')
    throw new Error('--matte is auto, fast or fine');
  return { ...read, photos, matte, json };
}

let options: ReturnType<typeof readOptions> | undefined;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
if (options) {
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  const counts = await rehearse(options);
  const line = JSON.stringify(counts);
  if (options.json !== undefined) await writeFile(options.json, `${line}\n`);
  console.log(line);
  process.exitCode = isSound(counts) ? 0 : 1;
}
