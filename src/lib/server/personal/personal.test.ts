import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PhotoFiles } from '../files/files';
import { folderFiles } from '../files/folder';
import { campaignStore, type Campaigns } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { submissionStore, type SubmissionStore } from '../store/submissions';
import { finishedFile } from '../testing/photo';
import { agreedDetails, agreement } from '../testing/submission';
import { saveList } from '../store/student-list';
import { submissionService, type SubmissionService } from '../submission/service';
import { personalData, type PersonalData } from './erase';
import { exportStudent } from './export';
import { retain, retainNow } from './retention';

const key = 'k'.repeat(43);
const dayMs = 24 * 60 * 60 * 1000;
let folder: string;
let db: SqlDatabase;
let store: SubmissionStore;
let files: PhotoFiles;
let campaigns: Campaigns;
let service: SubmissionService;
let personal: PersonalData;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-personal-'));
  files = await folderFiles(join(folder, 'photos'));
  db = await openSqlite(join(folder, 'test.db'));
  store = submissionStore(db);
  campaigns = campaignStore(db, 'default');
  await campaigns.save(parseCampaign({ ...sampleCampaign, retentionDays: 30 }));
  service = submissionService({ store, files, campaigns, codes: null });
  personal = personalData(db, store, files);
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function accept(studentNumber: string, seed: number) {
  const id = randomUUID();
  const { status } = await service.accept({
    id,
    key,
    photo: await finishedFile(seed),
    registration: { studentNumber, name: '林晓', source: 'typed' },
    report: { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] },
    details: agreedDetails()
  });
  return { id, photo: status.photoSha256 };
}
const everything = async () => JSON.stringify(await db.all('SELECT * FROM submission'));

it('exports everything of one student, the photo too, and nothing of another', async () => {
  const mine = await accept('2022310001', 1);
  await accept('2022310002', 2);
  await store.claim(mine.id, 'reviewer:anna', '');
  const exported = await exportStudent(db, store, files, 'default', '2022310001');
  expect(exported).toMatchObject([
    {
      id: mine.id,
      registration: { name: '林晓' },
      consent: agreement().items.map((item) => ({
        purpose: `notice.${item}`,
        version: agreement().version,
        agreedAt: agreement().at
      })),
      state: 'inReview'
    }
  ]);
  expect(createHash('sha256').update(exported[0]!.photo!).digest('hex')).toBe(mine.photo);
  expect(exported[0]!.history.map(({ who }) => who)).toEqual(['student', 'reviewer']);
  expect(JSON.stringify(exported)).not.toContain('anna');
  // All that is kept, also a verdict that its reviewer may still take back.
  await store.change({ id: mine.id, from: 'inReview', to: 'approved', who: 'reviewer:anna' });
  expect((await service.status(mine.id, key)).state).toBe('inReview');
  const [kept] = await exportStudent(db, store, files, 'default', '2022310001');
  expect(kept).toMatchObject({ state: 'approved', photoSha256: mine.photo });
  expect(kept!.history.map(({ state }) => state)).toEqual(['received', 'inReview', 'approved']);
});

it('erases one student for good, keeps the history, and keeps a photo another still refers to', async () => {
  const mine = await accept('2022310001', 1);
  const same = await accept('2022310002', 1);
  const other = await accept('2022310001', 3);
  const line = { name: '林晓', class: '软件1班' };
  await saveList(db, 'default', [
    { ...line, studentNumber: '2022310001' },
    { ...line, studentNumber: '2022310002' }
  ]);
  expect(await personal.eraseStudent('default', '2022310001', 'admin:bo')).toBe(2);
  expect(await personal.eraseStudent('default', '2022310001', 'admin:bo')).toBe(0);
  expect(await everything()).not.toContain('2022310001');
  expect(await db.all('SELECT student_number FROM student')).toEqual([{ student_number: '2022310002' }]);
  expect(await files.get(same.photo)).not.toBeNull();
  expect(await files.get(other.photo)).toBeNull();
  await expect(service.status(mine.id, key)).rejects.toMatchObject({ code: 'submission.unknown' });
  expect((await service.status(same.id, key)).state).toBe('received');
  expect((await store.history(mine.id)).map(({ who, why }) => [who, why])).toEqual([
    ['student', ''],
    ['admin:bo', 'erased: asked']
  ]);
  expect(await exportStudent(db, store, files, 'default', '2022310001')).toEqual([]);
});

it('tells a day before what is older than the campaign keeps it, deletes it then, and photos that belong to nothing', async () => {
  const old = await accept('2022310001', 1);
  const now = Date.now();
  expect(await retain(campaigns, personal, now + 29 * dayMs)).toEqual({ erased: 0, swept: 0 });
  const young = await accept('2022310002', 2);
  await receivedAt(young.id, now + 5 * dayMs);
  const orphan = 'f'.repeat(64);
  await files.put(orphan, new Uint8Array([1]));
  const yesterday = new Date(now - 2 * dayMs);
  await utimes(join(folder, 'photos', 'ff', `${orphan}.jpg`), yesterday, yesterday);
  expect(await retain(campaigns, personal, now)).toEqual({ erased: 0, swept: 1 });
  expect(await retain(campaigns, personal, now + 31 * dayMs)).toMatchObject({ erased: 0 });
  expect(await retain(campaigns, personal, now + 31.9 * dayMs)).toMatchObject({ erased: 0 });
  expect(await retain(campaigns, personal, now + 32.1 * dayMs)).toMatchObject({ erased: 1 });
  expect(await files.get(old.photo)).toBeNull();
  expect(await files.get(young.photo)).not.toBeNull();
  expect(await everything()).not.toContain('2022310001');
});

const receivedAt = (id: string, at: number) =>
  db.run('UPDATE submission SET received_at = ? WHERE id = ?', [new Date(at).toISOString(), id]);
const standing = async () =>
  (await db.get<{ n: number }>('SELECT COUNT(*) AS n FROM submission WHERE erased_at IS NULL'))!.n;

it('believes no clock that is far after all that the database knows of', async () => {
  await accept('2022310001', 1);
  const now = Date.now();
  for (const days of [400, 401, 402])
    expect(await retain(campaigns, personal, now + days * dayMs)).toEqual({ erased: 0, swept: 0 });
  expect(await standing()).toBe(1);
});

it('does not take most of a campaign without somebody who confirms it', async () => {
  const now = Date.now();
  for (let seed = 1; seed <= 7; seed++)
    await receivedAt((await accept(`20223100${seed + 10}`, seed)).id, now - (seed + 4) * dayMs);
  // Meant was 365.
  const wrong = parseCampaign({ ...sampleCampaign, retentionDays: 3 });
  await campaigns.save(wrong);
  for (const days of [0, 1.1, 2.2]) await retain(campaigns, personal, now + days * dayMs);
  expect(await standing()).toBe(7);
  expect(await retainNow(db, wrong, personal, now)).toBe(7);
  expect(await standing()).toBe(0);
});

it('takes neither the list nor an order at once for a wrong number of days or a wrong day of closing', async () => {
  const now = Date.now();
  const at = new Date(now - 10 * dayMs).toISOString();
  await db.run(
    `INSERT INTO payment_order (id, key_hash, campaign, student_number, way, amount_fen, state, created_at, expires_at,
       changed_at, next_at) VALUES ('o', '', 'default', '2022310011', 'sandbox', 1500, 'closed', ?, ?, ?, ?)`,
    [at, at, at, at]
  );
  const kept = async () => [
    ...(await db.all<{ n: string }>('SELECT student_number AS n FROM payment_order')),
    ...(await db.all<{ n: string }>('SELECT student_number AS n FROM student'))
  ];
  const both = [{ n: '2022310011' }, { n: '2022310012' }];
  await saveList(db, 'default', [{ studentNumber: '2022310012', name: '林晓', class: '' }]);
  const wrong = { ...sampleCampaign, retentionDays: 3, closes: new Date(now - 9 * dayMs).toISOString() };
  await campaigns.save(parseCampaign(wrong));
  for (const hours of [0, 1, 23]) await retain(campaigns, personal, now + hours * 3_600_000);
  expect(await kept()).toEqual(both);
  // Put right in time.
  await campaigns.save(parseCampaign(sampleCampaign));
  for (const days of [1.1, 1.5, 2.2, 3]) await retain(campaigns, personal, now + days * dayMs);
  expect(await kept()).toEqual(both);
});

it('never takes a photo from under a submission that is being taken in', async () => {
  const first = await accept('2022310001', 1);
  const [, again] = await Promise.all([
    personal.eraseStudent('default', '2022310001', 'system'),
    accept('2022310003', 1)
  ]);
  expect(again.photo).toBe(first.photo);
  expect(await files.get(again.photo)).not.toBeNull();
});
