import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCampaign } from '../../src/lib/server/policy/read';
import { sampleCampaign } from '../../src/lib/server/policy/sample';
import { overviewOf } from '../../src/lib/server/review/overview/overview';
import { openDatabase } from '../../src/lib/server/store/open';
import { openPostgres } from '../../src/lib/server/store/postgres';
import { migrations } from '../../src/lib/server/store/migrations';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { startPostgres } from '../../src/lib/server/testing/postgres';
import { row, type BenchRow } from './row';

const many = 1_000_000;
const runs = 7;
const campaign = readCampaign(sampleCampaign);
/** Filling takes as long as it takes. */
const patient = { connect: 5_000, statement: 600_000, answer: 600_000, idle: 600_000 };

/** A list of a million in 200 classes, and a submission of each, over the last 60 days; one in ten waits. */
async function fill(db: SqlDatabase): Promise<void> {
  const postgres = db.kind === 'postgres';
  const pad = (text: string, width: number) =>
    postgres ? `lpad((${text})::text, ${width}, '0')` : `printf('%0${width}d', ${text})`;
  const at = (minutes: string) =>
    postgres
      ? `to_char(now() AT TIME ZONE 'UTC' - (${minutes}) * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"')`
      : `strftime('%Y-%m-%dT%H:%M:%S.000Z', 'now', '-' || (${minutes}) || ' minutes')`;
  const numbers = postgres
    ? `WITH n (i) AS (SELECT generate_series(0, ${many - 1}))`
    : `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${many - 1})`;
  const state = `CASE WHEN i % 10 = 0 THEN 'received' WHEN i % 10 = 1 THEN 'rejected' ELSE 'approved' END`;
  await db.run(
    `${numbers} INSERT INTO submission (id, key_hash, content_hash, content_key, state, received_at, photo_sha256, photo_bytes,
       registration, report, campaign, student_number, name, class, changed_at, reasons, warned)
     SELECT '00000000-0000-4000-8000-' || ${pad('i', 12)}, 'k', 'c' || i, 'c' || i, ${state},
       ${at('60 + i % 86400')}, ${pad('i', 64)}, 30000, '{"source":"typed"}',
       '{"verdict":"pass","findings":[],"reasons":[]}', '${campaign.code}', '2022' || ${pad('i', 6)}, '林晓',
       '软件' || i % 200 || '班', ${at('i % 86400 - i % 50')},
       CASE WHEN i % 20 = 1 THEN '["eyes.closed"]' WHEN i % 10 = 1 THEN '["light.uneven"]' ELSE '[]' END,
       CASE WHEN i % 3 = 0 THEN 'light.uneven pose.yaw' ELSE '' END
     FROM n`
  );
  await db.run(
    `INSERT INTO student (campaign, student_number, name, class, standing)
     SELECT campaign, student_number, name, class, state FROM submission`
  );
  await db.run('ANALYZE');
}

async function measure(db: SqlDatabase): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const began = performance.now();
    const { listed } = await overviewOf(db, campaign, 480);
    times.push(performance.now() - began);
    if (listed !== many) throw new Error(`${listed} of ${many} students are counted`);
  }
  return times;
}

/** The overview of a campaign with a million submissions, on each database. */
export async function benchOverview(): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-overview-'));
  const server = await startPostgres();
  try {
    const rows: BenchRow[] = [];
    for (const kind of ['sqlite', 'postgres'] as const) {
      const db =
        kind === 'sqlite'
          ? await openDatabase(join(folder, 'overview.db'))
          : await openPostgres(await server.address('overview'), migrations, patient);
      try {
        await fill(db);
        rows.push(row(`overview-${kind}`, 'ms', await measure(db), null));
      } finally {
        await db.close();
      }
    }
    return rows;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
