/** The commands that keep the data, as whoever runs a server calls them. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderFiles } from '../../src/lib/server/files/folder';
import { kioskKey } from '../../src/lib/server/kiosk/keys';
import { kioskKeys } from '../../src/lib/server/store/kiosk-keys';
import { campaignStore } from '../../src/lib/server/store/campaigns';
import { parseCampaign } from '../../src/lib/server/policy/parse-campaign';
import { sampleCampaign } from '../../src/lib/server/policy/sample';
import { openDatabase } from '../../src/lib/server/store/open';
import { submissionStore } from '../../src/lib/server/store/submissions';
import { submissionService } from '../../src/lib/server/submission/service';
import { finishedFile } from '../../src/lib/server/testing/photo';
import { agreedDetails } from '../../src/lib/server/testing/submission';

const made = mkdtemp(join(tmpdir(), 'gradframe-data-'));
afterAll(async () => rm(await made, { recursive: true, force: true }));

/** Exit status and the row on standard output, of the command over a data folder. */
function data(folder: string, ...given: string[]): Promise<{ status: number; row: unknown }> {
  const { GRADFRAME_DATABASE, GRADFRAME_PHOTOS, ...env } = process.env;
  void [GRADFRAME_DATABASE, GRADFRAME_PHOTOS];
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      ['--import', 'tsx', 'scripts/data/index.ts', ...given],
      { env: { ...env, GRADFRAME_DATA: folder } },
      (error, out) =>
        resolve({
          status: error ? Number(error.code) : 0,
          row: out ? (JSON.parse(out) as unknown) : null
        })
    )
  );
}

it('backs up, restores, exports and erases by command', async () => {
  const [one, two, backup, export_] = ['one', 'two', 'backup', 'export'].map((name) =>
    made.then((at) => join(at, name))
  );
  const [from, to] = [await one!, await two!];
  const db = await openDatabase(join(from, 'gradframe.db'));
  const key = await kioskKey(db);
  const campaigns = campaignStore(db, 'default');
  await campaigns.save(parseCampaign(sampleCampaign));
  const store = submissionStore(db);
  const files = await folderFiles(join(from, 'photos'));
  const photo = await finishedFile(1);
  const id = randomUUID();
  await submissionService({ store, files, campaigns, codes: null }).accept({
    id,
    key: 'k'.repeat(43),
    photo,
    registration: { studentNumber: '2022310001', name: '林晓', source: 'typed' },
    report: { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] },
    details: agreedDetails()
  });
  await db.close();

  expect(await data(from, 'backup', await backup!)).toMatchObject({
    status: 0,
    row: { photos: 1, kioskKeys: 1 }
  });
  expect(await data(to, 'restore', await backup!)).toMatchObject({
    status: 0,
    row: { rows: { submission: 1 } }
  });
  const restored = await openDatabase(join(to, 'gradframe.db'));
  expect(await kioskKeys(restored)).toEqual([key]);
  await restored.close();

  expect(await data(to, 'export', 'default', '2022310001', await export_!)).toMatchObject({
    status: 0,
    row: { submissions: 1 }
  });
  expect((await readdir(await export_!)).sort()).toEqual([`${id}.jpg`, `${id}.json`, 'student.json']);
  expect(new Uint8Array(await readFile(join(await export_!, `${id}.jpg`)))).toEqual(photo);
  expect(await data(to, 'erase', 'default', '2022310001')).toMatchObject({ status: 0, row: { erased: 1 } });
}, 90_000);
