import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderFiles } from '../files/folder';
import { kioskKey, readKioskKeys } from '../kiosk/keys';
import { campaignStore } from '../policy/campaigns';
import { readCampaign } from '../policy/read';
import { sampleCampaign } from '../policy/sample';
import { openDatabase } from '../store/open';
import { submissionStore } from '../store/submissions';
import { submissionService } from '../submission/service';
import { countState } from '../review/queue';
import { finishedFile } from '../testing/photo';
import { startPostgres } from '../testing/postgres';
import { backUp, restore } from './backup';

const made = mkdtemp(join(tmpdir(), 'gradframe-backup-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await made, { recursive: true, force: true });
}, 60_000);
const key = 'k'.repeat(43);
const keysIn = async (name: string) => join(await made, `${name}-keys.json`);

async function open(address: string, photos: string) {
  const files = await folderFiles(photos);
  const db = await openDatabase(address);
  const store = submissionStore(db);
  const campaigns = campaignStore(db, 'default');
  return {
    db,
    store,
    files,
    campaigns,
    service: submissionService({ store, files, campaigns, codes: null })
  };
}
const request = async (seed: number) => ({
  id: randomUUID(),
  key,
  photo: await finishedFile(seed),
  registration: { studentNumber: `202231${1000 + seed}`, name: '林晓', source: 'typed' as const },
  report: {
    standard: 'chsi-99',
    kind: 'still' as const,
    verdict: 'pass' as const,
    findings: [],
    reasons: []
  },
  details: { campaign: 'default' }
});

it('goes from SQLite to PostgreSQL and back, while the endpoint runs, and everything is there', async () => {
  const folder = await made;
  const sqlite = join(folder, 'one.db');
  const postgres = await (await server).address('restored');
  const first = await open(sqlite, join(folder, 'one'));
  await first.campaigns.save(readCampaign(sampleCampaign));
  const sent = await Promise.all([1, 2, 3].map(request));
  for (const one of sent) await first.service.accept(one);
  await first.store.claim(sent[0]!.id, 'reviewer:anna', '');
  const told = await first.service.status(sent[0]!.id, key);

  const sealedTo = await kioskKey(await keysIn('one'));
  const manifest = await backUp(sqlite, first.files, join(folder, 'backup'), await keysIn('one'));
  expect(manifest).toMatchObject({ format: 1, photos: 3, kioskKeys: 1 });
  expect(manifest.tables.find(({ name }) => name === 'submission')).toMatchObject({ rows: 3 });
  expect(await readdir(join(folder, 'backup'))).not.toContain('scratch');
  // Not in the backup, and no harm to it.
  await first.service.accept(await request(4));

  const own = await kioskKey(await keysIn('two'));
  await restore(
    join(folder, 'backup'),
    postgres,
    await folderFiles(join(folder, 'two')),
    await keysIn('two')
  );
  expect(await readKioskKeys(await keysIn('two'))).toEqual([own, sealedTo]);
  const second = await open(postgres, join(folder, 'two'));
  expect(await second.service.status(sent[0]!.id, key)).toEqual(told);
  expect((await second.service.accept(sent[1]!)).created).toBe(false);
  expect(await second.files.get(told.photoSha256)).toEqual(sent[0]!.photo);
  // New rows count on behind the old ones.
  await second.service.accept(await request(5));
  await backUp(postgres, second.files, join(folder, 'again'), await keysIn('two'));
  await second.db.close();

  await restore(
    join(folder, 'again'),
    join(folder, 'three.db'),
    await folderFiles(join(folder, 'three')),
    await keysIn('three')
  );
  expect(await readKioskKeys(await keysIn('three'))).toEqual([own, sealedTo]);
  expect((await stat(await keysIn('three'))).mode & 0o777).toBe(0o600);
  const third = await open(join(folder, 'three.db'), join(folder, 'three'));
  expect(await third.service.status(sent[0]!.id, key)).toEqual(told);
  expect(await countState(third.db, 'default', 'received')).toBe(3);
  for (const { db } of [first, third]) await db.close();
}, 120_000);

it('refuses a folder or a database that holds something, and a backup that was changed', async () => {
  const folder = await made;
  const address = join(folder, 'source.db');
  const { db, files, campaigns, service } = await open(address, join(folder, 'source'));
  await campaigns.save(readCampaign(sampleCampaign));
  await service.accept(await request(1));
  const backup = join(folder, 'whole');
  const keys = await keysIn('none');
  await backUp(address, files, backup, keys);
  await expect(backUp(address, files, backup, keys)).rejects.toThrow('not empty');
  await expect(restore(backup, address, files, keys)).rejects.toThrow('not empty');
  await appendFile(join(backup, 'submission.jsonl'), '{}\n');
  await expect(restore(backup, join(folder, 'new.db'), files, keys)).rejects.toThrow('was changed');
  await db.close();
});
