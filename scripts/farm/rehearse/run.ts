import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { farmFiles } from '../../../src/lib/server/farm/place';
import { campaignStore } from '../../../src/lib/server/store/campaigns';
import { parseCampaign } from '../../../src/lib/server/policy/parse-campaign';
import { sampleCampaign } from '../../../src/lib/server/policy/sample';
import { countPictures } from '../../../src/lib/server/store/farm';
import { openDatabase } from '../../../src/lib/server/store/open';
import type { SqlDatabase } from '../../../src/lib/server/store/sql';
import { startPostgres } from '../../../src/lib/server/testing/postgres';
import { s3Env, startS3 } from '../../../src/lib/server/testing/s3';
import { compare, type FarmDamage } from './compare';
import { drawPictures } from './pictures';
import { MortalWorker, runGradframe } from './workers';

export interface RehearsalOptions {
  pictures: number;
  broken: number;
  workers: number;
  jobs: number;
  kills: number;
  /** Of the database. */
  restarts: number;
  photos: 'folder' | 's3';
  matte: 'auto' | 'fast' | 'fine';
}

export interface RehearsalCounts extends FarmDamage {
  pictures: number;
  kills: number;
  restarts: number;
  /** Workers that ended though nobody ended them. */
  endedByThemselves: number;
  /** Until the last picture had ended. */
  seconds: number;
}

const tellMs = 5_000;
const lookMs = 250;

/** Runs a farm under kills, then one process over the same pictures, and holds the one against the other. */
export async function rehearse(options: RehearsalOptions): Promise<RehearsalCounts> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-rehearsal-'));
  const ends: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    const pictures = join(folder, 'pictures');
    await mkdir(pictures);
    const drawn = await drawPictures(pictures, options);
    console.error(`${drawn.all.length} pictures are drawn`);
    const postgres = await startPostgres({ synced: true });
    ends.push(() => postgres.stop());
    const s3 = options.photos === 's3' ? await startS3() : null;
    if (s3) ends.push(() => s3.stop());
    const address = await postgres.address('gradframe');
    const store = s3?.address ?? join(folder, 'farm');
    const env = { ...(s3 && s3Env), GRADFRAME_DATABASE: address, GRADFRAME_FARM: store };
    const db = await openDatabase(address);
    ends.push(() => db.close());
    await campaignStore(db, sampleCampaign.code).save(parseCampaign(sampleCampaign));
    const farm = (...args: string[]) => runGradframe(['farm', ...args], env);
    await farm('submit', pictures, '--campaign', sampleCampaign.code, '--matte', options.matte);

    const began = performance.now();
    const workers = Array.from(
      { length: options.workers },
      () => new MortalWorker(['farm', 'work', '--jobs', String(options.jobs)], env)
    );
    ends.push(() => Promise.all(workers.map((worker) => worker.end('SIGKILL'))));
    await trouble(db, workers, options, (how, afterMs) => postgres.restart(how, afterMs));
    const seconds = Math.round((performance.now() - began) / 1000);
    const statuses = await Promise.all(workers.map((worker) => worker.end('SIGTERM')));

    const rows = join(folder, 'rows.jsonl');
    const out = join(folder, 'out');
    await farm('rows', '--campaign', sampleCampaign.code, '--out', out, '--json', rows);
    const alone = { rows: join(folder, 'alone.jsonl'), out: join(folder, 'alone') };
    console.error('one process does the same');
    await runGradframe(
      ['photo', pictures, '--out', alone.out, '--json', alone.rows, '--matte', options.matte],
      env
    );
    const { photos } = await farmFiles(store, new Map(), { ...process.env, ...env });
    return {
      pictures: options.pictures,
      ...(await compare({ rows, out }, alone, drawn, photos)),
      kills: options.kills,
      restarts: options.restarts,
      endedByThemselves:
        workers.reduce((sum, { endedByItself }) => sum + endedByItself, 0) +
        statuses.filter((status) => status !== 0).length,
      seconds
    };
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** Kills workers and restarts the database, spread over the run, until every picture has ended. */
async function trouble(
  db: SqlDatabase,
  workers: readonly MortalWorker[],
  { pictures, kills, restarts }: RehearsalOptions,
  restart: (how: 'fast' | 'immediate', afterMs: number) => Promise<void>
): Promise<void> {
  let over = false;
  let ended = 0;
  const spread = async (times: number, work: (time: number) => Promise<void>) => {
    for (let time = 0; time < times; time++) {
      const at = ((time + Math.random()) / (times + 1)) * pictures;
      while (ended < at && !over) await wait(lookMs);
      if (over) throw new Error('everything had ended before its trouble came');
      await work(time);
    }
  };
  const look = async () => {
    let told = 0;
    for (const began = performance.now(); !over; await wait(lookMs)) {
      // Asked again when the database is back.
      const counts = await countPictures(db).catch(() => null);
      if (!counts) continue;
      ended = pictures - counts.waiting;
      over = counts.waiting === 0;
      if (performance.now() - told < tellMs && !over) continue;
      told = performance.now();
      console.error(`${ended} of ${pictures} ended, ${Math.round((told - began) / 1000)} s`);
    }
  };
  await Promise.all([
    look(),
    spread(kills, async (time) => {
      await workers[time % workers.length]!.kill();
    }),
    spread(restarts, (time) => restart(time % 2 ? 'immediate' : 'fast', 200 + Math.random() * 1_000))
  ]);
}

/** Whether nothing went wrong. */
export const isSound = (counts: RehearsalCounts) =>
  counts.rows === counts.pictures &&
  [
    counts.lost,
    counts.doubled,
    counts.differing,
    counts.orphans,
    counts.deadWrongly,
    counts.endedByThemselves
  ].every((n) => n === 0);
