import { openFarm } from '../../../src/lib/server/farm/farm';
import { farmQueue } from '../../../src/lib/server/farm/queue';
import type { PhotoFiles } from '../../../src/lib/server/files/files';
import { openDatabase } from '../../../src/lib/server/store/open';
import { startPostgres } from '../../../src/lib/server/testing/postgres';

const seconds = 10;
/** Workers that ask at once. */
const clients = 8;

/**
 * Pictures that PostgreSQL on this machine claims and settles in a second while so many wait, with every commit synced.
 * The store is left out.
 */
export async function measureQueue(waiting: number): Promise<{ perSecond: number; claimMs: number }> {
  const postgres = await startPostgres({ synced: true });
  try {
    const db = await openDatabase(await postgres.address('queue'));
    const queue = await farmQueue(db, 600);
    const nothing = { put: () => Promise.resolve() } as unknown as PhotoFiles;
    const farm = openFarm(db, queue, { pictures: nothing, photos: nothing });
    await db.run("INSERT INTO farm_options (id, options) VALUES ('o', '{}')");
    await db.run(
      `INSERT INTO farm_picture (key, picture, options, state, made_at)
       SELECT 'k' || i, 'p' || i, 'o', 'waiting', '' FROM generate_series(1, CAST(? AS INTEGER)) AS i`,
      [waiting]
    );
    const rows = await db.all<{ key: string; picture: string; options: string }>(
      'SELECT key, picture, options FROM farm_picture'
    );
    for (let at = 0; at < rows.length; at += 5_000)
      await db.transaction((sql) => queue.add(sql, rows.slice(at, at + 5_000)));
    await db.run('ANALYZE');
    const until = performance.now() + seconds * 1000;
    let done = 0;
    let claiming = 0;
    const client = async () => {
      while (performance.now() < until) {
        const began = performance.now();
        const claim = await farm.claim();
        claiming += performance.now() - began;
        if (!claim) return;
        await farm.done(claim, { verdict: 'pass' }, null);
        done++;
      }
    };
    const began = performance.now();
    await Promise.all(Array.from({ length: clients }, client));
    const perSecond = (1000 * done) / (performance.now() - began);
    await queue.stop();
    await db.close();
    return { perSecond, claimMs: claiming / Math.max(1, done) };
  } finally {
    await postgres.stop();
  }
}
