import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueueFilter } from '../../src/lib/api/contracts/staff';
import { queuePage } from '../../src/lib/server/review/queue';
import { openDatabase } from '../../src/lib/server/store/open';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
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
  await db.run(
    `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ? - 1)
     INSERT INTO submission (id, key_hash, content_hash, content_key, state, received_at, photo_sha256, photo_bytes,
       registration, report, campaign, student_number, name, class, changed_at)
     SELECT printf('00000000-0000-4000-8000-%012d', i), 'k', 'c' || i, 'c' || i,
       CASE WHEN i % 10 = 0 THEN 'received' WHEN i % 10 = 1 THEN 'rejected' ELSE 'approved' END,
       strftime('%Y-%m-%dT%H:%M:%S.000Z', 1793491200 + i, 'unixepoch'), printf('%064x', i), 30000,
       '{"source":"typed"}', '{"verdict":"pass","findings":[],"reasons":[]}', ?, printf('2022%06d', i),
       substr('林王李周赵', 1 + i % 5, 1) || '晓' || i % 97, printf('软件%d班', i % 200), ''
     FROM n`,
    [count, campaign]
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
export async function benchReviewQueue(): Promise<BenchRow> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-queue-'));
  try {
    const measured: Record<string, number[]>[] = [];
    for (const count of [many, few]) {
      const db = await openDatabase(join(folder, `${count}.db`));
      try {
        await fill(db, count);
        measured.push(await measure(db));
      } finally {
        await db.close();
      }
    }
    const [large, small] = measured as [Record<string, number[]>, Record<string, number[]>];
    const slowest = (of: Record<string, number[]>) =>
      Object.keys(of).reduce((a, b) => (median(of[a]!) >= median(of[b]!) ? a : b));
    for (const [name, times] of Object.entries(large))
      console.error(`review-queue, ${many} submissions, ${name}: ${median(times).toFixed(2)} ms`);
    return row('review-queue', 'ms', large[slowest(large)]!, small[slowest(small)]!);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
