import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { openFarm } from '../../src/lib/server/farm/farm';
import { farmFiles } from '../../src/lib/server/farm/place';
import { farmQueue } from '../../src/lib/server/farm/queue';
import { openDatabase } from '../../src/lib/server/store/open';
import { startPostgres, type TestPostgres } from '../../src/lib/server/testing/postgres';
import { resolveStandard } from '../../workers/standard/resolve';
import { Finisher } from '../farm/finisher';
import type { FarmStage, WorkerMetrics } from '../farm/metrics';
import { drawPictures } from '../farm/rehearse/pictures';
import { FarmWorker } from '../farm/worker';
import { findBrowser } from '../lib/browser.mjs';
import { median, row, type BenchRow } from './row';

const pictures = 30;
const width = 1024;
const sitters = 6;
/** Ended first, while pages load their engines: not measured. */
const warm = 6;

interface Measured {
  /** Of each picture but the first, ms. */
  stages: Record<FarmStage, number[]>;
  /** Of the image core, by its stages, ms. */
  core: Record<string, number[]>;
  perSecond: number;
}

/**
 * A farm on this machine: what queue and store take of a photo's time, photos a second of two jobs beside one, and of two
 * without labels beside two with them; the photos of a portrait's width, the fast engine.
 */
export async function benchFarm(_: Browser, url: string): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-bench-farm-'));
  const postgres = await startPostgres({ synced: true });
  try {
    await mkdir(join(folder, 'pictures'));
    await drawPictures(join(folder, 'pictures'), { pictures, broken: 0, width, sitters });
    const one = await measure(postgres, folder, url, 1);
    const two = await measure(postgres, folder, url, 2);
    const bare = await measure(postgres, folder, url, 2, false);
    const of = (stage: FarmStage) => median(one.stages[stage]);
    for (const { name, measured } of [
      { name: 'one job', measured: one },
      { name: 'two jobs', measured: two },
      { name: 'two jobs without labels', measured: bare }
    ])
      console.error(
        `farm, ${name}: ${measured.perSecond.toFixed(2)} photos a second; ` +
          `${medians(measured.stages)}; of the finish: ${medians(measured.core)}`
      );
    return [
      { ...row('farm-queue', 'ms', [of('claim') + of('store')], [of('finish')]), runs: pictures - warm },
      { ...row('farm-two-jobs', 'photos/s', [two.perSecond], [one.perSecond]), runs: pictures - warm },
      { ...row('farm-unlabelled', 'photos/s', [bare.perSecond], [two.perSecond]), runs: pictures - warm }
    ];
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const medians = (stages: Readonly<Record<string, readonly number[]>>) =>
  Object.entries(stages)
    .map(([stage, times]) => `${stage} ${median(times).toFixed(1)} ms`)
    .join(', ');

async function measure(
  postgres: TestPostgres,
  folder: string,
  url: string,
  jobs: number,
  labels = true
): Promise<Measured> {
  const name = `jobs_${jobs}${labels ? '' : '_bare'}`;
  const db = await openDatabase(await postgres.address(name));
  const queue = await farmQueue(db);
  const files = await farmFiles(join(folder, name), new Map(), {});
  const farm = openFarm(db, queue, files);
  const executablePath = findBrowser()!;
  const finisher = new Finisher({ executablePath, url, jobs, labels, renew: 1_000, note: () => {} });
  const stages: Measured['stages'] = { claim: [], read: [], finish: [], store: [] };
  const core: Measured['core'] = {};
  const ended: number[] = [];
  const metrics: WorkerMetrics = {
    ended: () => void ended.push(performance.now()),
    tried: () => {},
    note: () => {},
    time: (stage, ms) => ended.length >= warm && stages[stage].push(ms),
    text: () => Promise.resolve('')
  };
  try {
    const at = new Date().toISOString();
    const options = { standard: resolveStandard(), matte: 'fast' as const };
    for (const [place, picture] of (await readdir(join(folder, 'pictures'))).entries()) {
      const content = await readFile(join(folder, 'pictures', picture));
      await farm.submit({ campaign: 'bench', name: picture, content, options, place }, at);
    }
    await finisher.warm();
    const work = join(folder, `work-${name}`);
    await mkdir(work);
    const finish: typeof finisher.finish = async (...given) => {
      const answer = await finisher.finish(...given);
      for (const [stage, ms] of Object.entries((answer.fields.ms ?? {}) as Record<string, number>))
        if (ended.length >= warm) (core[stage] ??= []).push(ms);
      return answer;
    };
    await new FarmWorker(
      { db, queue, files, farm, finisher: { finish }, metrics, folder: work },
      { jobs, untilEmpty: true }
    ).run();
    const spanMs = ended.at(-1)! - ended[warm - 1]!;
    return { stages, core, perSecond: (1000 * (ended.length - warm)) / spanMs };
  } finally {
    await finisher.close();
    await queue.stop();
    await db.close();
  }
}
