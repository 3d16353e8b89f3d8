import type { QueueFilter } from '../../src/lib/api/contracts/staff';
import { queuePage } from '../../src/lib/server/store/review-queue';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { kinds, numbersBelow, padded, withDatabases } from './databases';
import { median, row, type BenchRow } from './row';

const many = 1_000_000;
const few = 1_000;
const pageSize = 50;
const runs = 9;
const campaign = 'default';

/** Every way the console asks, on the data of `fill`. */
const filters: Readonly<Record<string, Omit<QueueFilter, 'campaign'>>> = {
  waiting: { states: ['received'] },
  'every state': { states: ['received', 'inReview', 'approved', 'rejected', 'withdrawn'] },
  class: { states: ['received'], class: '软件20班' },
  'a wide prefix': { states: ['approved'], text: '2022' },
  'one number': { states: ['received', 'approved'], text: '2022031071' },
  'a surname': { states: ['approved'], text: '林' },
  'a day': { states: ['approved'], from: '2026-11-08T00:00:00.000Z', to: '2026-11-09T00:00:00.000Z' }
};

/** Submissions a second apart from 1 November 2026 on: one in ten waits, the others are decided; 200 classes. */
async function fill(db: SqlDatabase, count: number): Promise<void> {
  const pad = (width: number) => padded(db, 'i', width);
  const at =
    db.kind === 'postgres'
      ? `to_char(to_timestamp(1793491200 + i) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"')`
      : `strftime('%Y-%m-%dT%H:%M:%S.000Z', 1793491200 + i, 'unixepoch')`;
  await db.run(
    `${numbersBelow(db, count)}
     INSERT INTO submission (id, key_hash, content_hash, content_key, state, received_at, photo_sha256, photo_bytes,
       registration, report, campaign, student_number, name, class, changed_at)
     SELECT '00000000-0000-4000-8000-' || ${pad(12)}, 'k', 'c' || i, 'c' || i,
       CASE WHEN i % 10 = 0 THEN 'received' WHEN i % 10 = 1 THEN 'rejected' ELSE 'approved' END,
       ${at}, ${pad(64)}, 30000, '{"source":"typed"}', '{"verdict":"pass","findings":[],"reasons":[]}', ?,
       '2022' || ${pad(6)}, substr('林王李周赵', 1 + i % 5, 1) || '晓' || i % 97, '软件' || i % 200 || '班', ''
     FROM n`,
    [campaign]
  );
  await db.run('ANALYZE');
}

/** Median time of the first page and of one far down, ms, by filter. */
async function measure(db: SqlDatabase): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = {};
  for (const [name, filter] of Object.entries(filters)) {
    times[name] = [];
    for (let run = 0; run < runs; run++) {
      const began = performance.now();
      const { next } = await queuePage(db, { campaign, ...filter }, null, pageSize);
      const first = performance.now() - began;
      const again = performance.now();
      if (next) await queuePage(db, { campaign, ...filter }, next, pageSize);
      times[name].push(Math.max(first, next ? performance.now() - again : 0));
    }
  }
  return times;
}

/** A page of the review queue among a million submissions, the slowest of every way to ask; beside a thousand. */
export const benchReviewQueue = (): Promise<BenchRow[]> =>
  withDatabases(async (open) => {
    const rows: BenchRow[] = [];
    for (const kind of kinds) {
      const slowest: number[][] = [];
      for (const count of [many, few]) {
        const db = await open(kind);
        await fill(db, count);
        const times = await measure(db);
        for (const [name, one] of Object.entries(times))
          console.error(`review-queue, ${kind}, ${count} submissions, ${name}: ${median(one).toFixed(2)} ms`);
        slowest.push(Object.values(times).reduce((a, b) => (median(a) >= median(b) ? a : b)));
      }
      rows.push(row(`review-queue-${kind}`, 'ms', slowest[0]!, slowest[1]!));
    }
    return rows;
  });
