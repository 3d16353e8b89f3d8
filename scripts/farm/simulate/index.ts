/**
 * How long a farm takes: a simulation fed with what is measured here.
 *
 *     npm run -s farm:simulate [-- --photos 12000000 --workers 1,10,100,1000 --rows FILE | --seconds 0.8
 *                                 --queue PER_SECOND | --waiting 100000 --deaths 0.05 --failures 0.002]
 *
 * `--rows` is a file of `farm rows` or of `photo`, whose `ms.total` are the photos' times. Without `--queue` the rate of
 * the queue is measured here, with so many pictures waiting. A row for each number of workers, as JSON Lines.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { simulate } from './model';
import { measureQueue } from './queue-rate';

const { values } = parseArgs({
  options: {
    photos: { type: 'string', default: '12000000' },
    workers: { type: 'string', default: '1,10,100,1000' },
    rows: { type: 'string' },
    seconds: { type: 'string', default: '0.8' },
    queue: { type: 'string' },
    waiting: { type: 'string', default: '100000' },
    deaths: { type: 'string', default: '0.05' },
    failures: { type: 'string', default: '0.002' }
  }
});

const rounded = (value: number, digits = 3) => Number(value.toPrecision(digits));

async function serviceTimes(path: string): Promise<number[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const { ms } = JSON.parse(line) as { ms?: { total: number } };
    return ms ? [ms.total / 1000] : [];
  });
}

const serviceSeconds = values.rows ? await serviceTimes(values.rows) : [Number(values.seconds)];
let queuePerSecond = Number(values.queue);
if (!values.queue) {
  const { perSecond, claimMs } = await measureQueue(Number(values.waiting));
  queuePerSecond = perSecond;
  console.error(
    `the queue, ${values.waiting} waiting: ${rounded(perSecond)} a second, ${rounded(claimMs)} ms a claim`
  );
}
const mean = serviceSeconds.reduce((sum, one) => sum + one, 0) / serviceSeconds.length;
console.error(`a photo: ${rounded(mean)} s; the queue is full at ${Math.round(queuePerSecond * mean)} jobs`);
for (const workers of values.workers.split(',').map(Number)) {
  const forecast = simulate({
    workers,
    photos: Number(values.photos),
    serviceSeconds,
    queuePerSecond,
    deathsPerHour: Number(values.deaths),
    leaseSeconds: 30,
    startSeconds: 15,
    failures: Number(values.failures)
  });
  const row = Object.fromEntries(Object.entries(forecast).map(([name, value]) => [name, rounded(value)]));
  console.log(JSON.stringify({ workers, ...row }));
}
