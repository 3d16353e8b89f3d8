import { parseCampaign } from '../../src/lib/server/policy/parse-campaign';
import { sampleCampaign } from '../../src/lib/server/policy/sample';
import { overviewOf } from '../../src/lib/server/review/overview/overview';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { kinds, numbersBelow, padded, withDatabases } from './databases';
import { row, type BenchRow } from './row';

const many = 1_000_000;
const runs = 7;
const campaign = parseCampaign(sampleCampaign);

/** A list of a million in 200 classes, and a submission of each, over the last 60 days; one in ten waits. */
async function fill(db: SqlDatabase): Promise<void> {
  const postgres = db.kind === 'postgres';
  const pad = (text: string, width: number) => padded(db, text, width);
  const at = (minutes: string) =>
    postgres
      ? `to_char(now() AT TIME ZONE 'UTC' - (${minutes}) * interval '1 minute', 'YYYY-MM-DD"T"HH24:MI:SS.000"Z"')`
      : `strftime('%Y-%m-%dT%H:%M:%S.000Z', 'now', '-' || (${minutes}) || ' minutes')`;
  const state = `CASE WHEN i % 10 = 0 THEN 'received' WHEN i % 10 = 1 THEN 'rejected' ELSE 'approved' END`;
  await db.run(
    `${numbersBelow(db, many)} INSERT INTO submission (id, key_hash, content_hash, content_key, state, received_at, photo_sha256, photo_bytes,
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
  // As autovacuum leaves a table after so many inserts: only then are answers read from the indexes alone.
  await db.run(postgres ? 'VACUUM ANALYZE' : 'ANALYZE');
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
export const benchOverview = (): Promise<BenchRow[]> =>
  withDatabases(async (open) => {
    const rows: BenchRow[] = [];
    for (const kind of kinds) {
      const db = await open(kind);
      await fill(db);
      rows.push(row(`overview-${kind}`, 'ms', await measure(db), null));
    }
    return rows;
  });
