import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { folderFiles } from '../files/folder';
import { newKioskKey } from '$lib/api/envelope';
import { kioskKey, readKioskKeys } from '../kiosk/keys';
import { kioskKeys } from '../store/kiosk-keys';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { enrolment } from '../review/enrolment';
import { saveList } from '../store/student-list';
import { personalData } from '../personal/erase';
import { studentAccounts } from '../signin/accounts';
import { enrolmentOf } from '../store/enrolment';
import { migrations } from '../store/migrations';
import { openDatabase } from '../store/open';
import { submissionStore } from '../store/submissions';
import { submissionService } from '../submission/service';
import { countState } from '../store/review-queue';
import { finishedFile } from '../testing/photo';
import { sampleRequest } from '../testing/submission';
import { startPostgres } from '../testing/postgres';
import { backUp, restore } from './backup';
import { versionOf } from '../store/version';

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
const request = async (seed: number) => sampleRequest(await finishedFile(seed), `202231${1000 + seed}`, key);

it('goes from SQLite to PostgreSQL and back, while the endpoint runs, and everything is there', async () => {
  const folder = await made;
  const sqlite = join(folder, 'one.db');
  const postgres = await (await server).address('restored');
  const first = await open(sqlite, join(folder, 'one'));
  await first.campaigns.save(parseCampaign(sampleCampaign));
  const sent = await Promise.all([1, 2, 3].map(request));
  for (const one of sent) await first.service.accept(one);
  await first.store.claim(sent[0]!.id, 'reviewer:anna', '');
  const told = await first.service.status(sent[0]!.id, key);

  const enrolled = await finishedFile(6);
  await saveList(first.db, 'default', [{ studentNumber: '2022319000', name: '周全', class: '' }]);
  const toEnrol = { campaign: 'default', studentNumber: '2022319000', file: enrolled };
  await enrolment(first.db, first.files, first.store).put(toEnrol, 'boss');
  const enrolledIn = async ({ db, files }: typeof first) => files.get((await enrolmentOf(db, toEnrol))!);
  const sealedTo = await kioskKey(first.db);
  // Of a file, from before the database had them.
  const older = [await newKioskKey()];
  await writeFile(await keysIn('one'), JSON.stringify(older));
  const manifest = await backUp(sqlite, first.files, join(folder, 'backup'), await keysIn('one'));
  expect(manifest).toMatchObject({ format: 1, photos: 4, kioskKeys: 1 });
  expect(manifest.tables.find(({ name }) => name === 'submission')).toMatchObject({ rows: 3 });
  expect(await readdir(join(folder, 'backup'))).not.toContain('scratch');
  // Not in the backup, and no harm to it.
  await first.service.accept(await request(4));

  await restore(
    join(folder, 'backup'),
    postgres,
    await folderFiles(join(folder, 'two')),
    await keysIn('two')
  );
  expect(await readKioskKeys(await keysIn('two'))).toEqual(older);
  const second = await open(postgres, join(folder, 'two'));
  expect(await kioskKeys(second.db)).toEqual([sealedTo]);
  expect(await second.service.status(sent[0]!.id, key)).toEqual(told);
  expect((await second.service.accept(sent[1]!)).created).toBe(false);
  expect(await second.files.get(told.photoSha256)).toEqual(sent[0]!.photo);
  expect(await enrolledIn(second)).toEqual(enrolled);
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
  expect(await readKioskKeys(await keysIn('three'))).toEqual(older);
  expect((await stat(await keysIn('three'))).mode & 0o777).toBe(0o600);
  const third = await open(join(folder, 'three.db'), join(folder, 'three'));
  expect(await third.service.status(sent[0]!.id, key)).toEqual(told);
  expect(await enrolledIn(third)).toEqual(enrolled);
  expect(await countState(third.db, 'default', 'received')).toBe(3);
  for (const { db } of [first, third]) await db.close();
}, 120_000);

it('refuses a folder or a database that holds something, and a backup that was changed', async () => {
  const folder = await made;
  const address = join(folder, 'source.db');
  const { db, files, campaigns, service } = await open(address, join(folder, 'source'));
  await campaigns.save(parseCampaign(sampleCampaign));
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

it('stands although students are erased while it copies and a photo is lost, and names the lost one', async () => {
  const folder = await made;
  for (const address of [join(folder, 'moving.db'), await (await server).address('moving')]) {
    const name = address.startsWith('postgres') ? 'pg' : 'lite';
    const { db, store, files, campaigns, service } = await open(address, join(folder, `moving-${name}`));
    await campaigns.save(parseCampaign(sampleCampaign));
    const sent = await Promise.all([11, 12, 13].map(request));
    const photos = [];
    for (const one of sent) photos.push((await service.accept(one)).status.photoSha256);
    await files.remove(photos[2]!);
    const listed = [sent[1]!, sent[2]!].map(({ registration: { studentNumber, name } }) => ({
      ...{ studentNumber, name, class: '' }
    }));
    await saveList(db, 'default', listed);
    const enrolled = await Promise.all([14, 15].map(finishedFile));
    for (const [at, { studentNumber }] of listed.entries())
      await enrolment(db, files, store).put(
        { campaign: 'default', studentNumber, file: enrolled[at]! },
        'boss'
      );
    const lost = createHash('sha256').update(enrolled[1]!).digest('hex');
    await files.remove(lost);
    const data = join(folder, `data-${name}`);
    const backup = join(folder, `moving-backup-${name}`);
    const personal = personalData(db, store, files, data);
    let asked = 0;
    const slow = {
      ...files,
      async get(sha256: string) {
        if (asked++ === 0)
          await personal.eraseStudent('default', sent[1]!.registration.studentNumber, 'system');
        return files.get(sha256);
      }
    };
    const manifest = await backUp(address, slow, backup, await keysIn('moving'), data);
    expect(manifest.missing).toEqual([
      { submission: sent[2]!.id, sha256: photos[2] },
      // Nobody's by name; the erased one's is not missing.
      { sha256: lost }
    ]);
    expect(manifest.photos).toBeLessThanOrEqual(2);

    const restored = join(folder, `moved-${name}.db`);
    await restore(backup, restored, await folderFiles(join(folder, `moved-${name}`)), await keysIn('moved'));
    const copy = await openDatabase(restored);
    const rows = await copy.all<{ id: string; student_number: string }>(
      'SELECT id, student_number FROM submission ORDER BY student_number'
    );
    expect(rows.map((row) => [row.id, row.student_number !== ''])).toEqual([
      [sent[1]!.id, false],
      [sent[0]!.id, true],
      [sent[2]!.id, true]
    ]);
    expect(await copy.all('SELECT * FROM enrolment_photo')).toEqual([]);
    await copy.close();
    await db.close();
  }
}, 120_000);

it('brings back nobody who was erased since it was taken', async () => {
  const folder = await made;
  const address = join(folder, 'past.db');
  const { db, store, files, campaigns, service } = await open(address, join(folder, 'past'));
  await campaigns.save(parseCampaign(sampleCampaign));
  const [gone, stays] = [await request(21), await request(22)];
  const { status } = await service.accept(gone);
  await service.accept(stays);
  await saveList(db, 'default', [{ studentNumber: '2022999999', name: '周全', class: '' }]);
  await studentAccounts(db).identify('oidc', { subject: 'sub', studentNumber: '2022999998' }, null);
  const [data, backup, keys] = [join(folder, 'past-data'), join(folder, 'past-backup'), await keysIn('past')];
  const enrolled = { campaign: 'default', studentNumber: '2022999999', file: await finishedFile(23) };
  await enrolment(db, files, store).put(enrolled, 'boss');
  await backUp(address, files, backup, keys, data);
  const personal = personalData(db, store, files, data);
  await personal.eraseStudent('default', gone.registration.studentNumber, 'system');
  for (const number of ['2022999999', '2022999998']) await personal.eraseStudent('default', number, 'system');
  await db.close();

  // The backup itself was told; and where it could not be reached, the ledger beside the database says the same.
  for (const [name, dataFolder] of [
    ['told', undefined],
    ['beside', data]
  ] as const) {
    if (dataFolder) await rm(join(backup, 'erased.jsonl'));
    const into = join(folder, `past-${name}`);
    const photos = await folderFiles(into);
    await restore(backup, `${into}.db`, photos, keys, dataFolder);
    const copy = await openDatabase(`${into}.db`);
    const kept = JSON.stringify([
      await copy.all('SELECT * FROM submission'),
      await copy.all('SELECT * FROM student'),
      await copy.all('SELECT * FROM enrolment_photo'),
      await copy.all('SELECT * FROM account_number')
    ]);
    expect(kept).toContain(stays.registration.studentNumber);
    expect(kept).not.toContain(gone.registration.studentNumber);
    for (const number of ['2022999999', '2022999998']) expect(kept).not.toContain(number);
    expect(await photos.get(status.photoSha256)).toBeNull();
    await copy.close();
  }
}, 60_000);

it('leaves the schema as it found it', async () => {
  const folder = await made;
  for (const address of [join(folder, 'old.db'), await (await server).address('old')]) {
    const name = address.startsWith('postgres') ? 'pg' : 'lite';
    const old = migrations.slice(0, 12);
    await (await openDatabase(address, old)).close();
    const files = await folderFiles(join(folder, `old-${name}`));
    const manifest = await backUp(address, files, join(folder, `old-backup-${name}`), await keysIn('old'));
    expect(manifest.version).toBe(12);
    const after = await openDatabase(address, 'asFound');
    expect(await versionOf(after, after)).toBe(12);
    await after.close();
    await restore(
      join(folder, `old-backup-${name}`),
      join(folder, `old-${name}-2.db`),
      files,
      await keysIn('old')
    );
  }
}, 60_000);
