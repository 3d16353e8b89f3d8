import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PhotoFiles } from '../files/files';
import { openPhotos } from '../files/open';
import { personalData } from '../personal/erase';
import { eraseEnrolment } from '../store/left-over';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { submissionStore, type SubmissionStore } from '../store/submissions';
import { sampleSubmission } from '../testing/submission';
import { enrolment, type Enrolment } from './enrolment';
import { saveList } from '../store/student-list';

const folder = mkdtemp(join(tmpdir(), 'gradframe-enrolment-'));
afterAll(async () => rm(await folder, { recursive: true, force: true }));

let db: SqlDatabase;
let store: SubmissionStore;
let files: PhotoFiles;
let photos: Enrolment;
let faces: Uint8Array<ArrayBuffer>[];
beforeAll(async () => {
  db = await openDatabase(join(await folder, 'enrolment.db'));
  store = submissionStore(db);
  files = await openPhotos(join(await folder, 'photos'), new Map([['k1', new Uint8Array(32)]]), {});
  photos = enrolment(db, files, store);
  faces = await Promise.all(
    [10, 120, 230].map(async (level) => new Uint8Array(await picture(level).jpeg().toBuffer()))
  );
  await listed('2020001', '2020002', '2020003');
});
afterAll(() => db.close());

const picture = (level: number, width = 90, height = 120) =>
  sharp({ create: { width, height, channels: 3, background: { r: level, g: level, b: 9 } } });
const hashOf = (file: Uint8Array) => createHash('sha256').update(file).digest('hex');
const campaign = 'default';
const listed = (...numbers: string[]) =>
  saveList(
    db,
    campaign,
    numbers.map((studentNumber) => ({ studentNumber, name: '林晓', class: '' }))
  );
const put = (studentNumber: string, file: Uint8Array) =>
  photos.put({ campaign, studentNumber, file }, 'boss');
const acts = async (act: string) =>
  (
    await db.all<{ who: string; subject: string }>('SELECT who, subject FROM staff_audit WHERE act = ?', [
      act
    ])
  ).map(({ who, subject }) => `${who} ${subject}`);

it('takes the photo of a listed number once, replaces it, and leaves no file behind', async () => {
  const [first, second] = faces.map(hashOf) as [string, string];
  await put('2020001', faces[0]!);
  await put('2020001', faces[0]!);
  await put('2020002', faces[0]!);
  expect(await photos.match(campaign, ['2020001', '2020003', '2020009'])).toEqual({
    listed: 3,
    photos: 2,
    students: [
      { studentNumber: '2020001', photo: first },
      { studentNumber: '2020003', photo: null }
    ]
  });
  await put('2020001', faces[1]!);
  // Another number's still.
  expect(await files.get(first)).toEqual(faces[0]);
  await put('2020002', faces[1]!);
  expect(await files.get(first)).toBeNull();
  expect(await files.get(second)).toEqual(faces[1]);
  expect(await acts('enrolment.imported')).toEqual(['boss default']);
});

it('refuses numbers that are not on the list, and what is no fit photo, and keeps nothing of it', async () => {
  await expect(put('2020009', faces[2]!)).rejects.toMatchObject({ code: 'enrolment.notListed' });
  expect(await files.get(hashOf(faces[2]!))).toBeNull();
  const broken = faces[2]!.slice();
  broken.fill(0xff, broken.length - 60, broken.length - 2);
  const bomb = new Uint8Array(await picture(1, 9000, 700).png().toBuffer());
  for (const [file, code] of [
    [broken, 'photo.corrupt'],
    [new Uint8Array([0x47, 0x49, 0x46, 0x38]), 'photo.type'],
    [bomb, 'enrolment.tooLarge'],
    [new Uint8Array(1024 * 1024 + 1), 'enrolment.tooLarge']
  ] as const)
    await expect(put('2020003', file), code).rejects.toMatchObject({ code });
  expect((await photos.match(campaign, ['2020003'])).students[0]!.photo).toBeNull();
});

it('is shown beside a submission of its number, which is in the log', async () => {
  const submission = { id: 'a-submission', campaign, studentNumber: '2020001' };
  expect(await photos.show(submission, 'anna')).toEqual({ file: faces[1], type: 'image/jpeg' });
  expect(await photos.show({ ...submission, studentNumber: '2020003' }, 'anna')).toBeNull();
  expect(await photos.show({ ...submission, campaign: 'other' }, 'anna')).toBeNull();
  expect(await acts('enrolment.shown')).toEqual(['anna a-submission']);
});

it('goes with the number, file and all, and with nothing of another', async () => {
  await put('2020003', faces[2]!);
  await personalData(db, store, files).eraseStudent(campaign, '2020003', 'system');
  expect(await files.get(hashOf(faces[2]!))).toBeNull();
  expect((await photos.match(campaign, [])).photos).toBe(2);
});

it('goes by itself off the list, and some weeks after the close once nothing waits', async () => {
  await listed('2020002', '2020003');
  const day = 24 * 60 * 60_000;
  const closes = new Date().toISOString();
  const closed = { ...parseCampaign({ ...sampleCampaign, closes }), code: campaign };
  const now = Date.parse(closes);
  await eraseEnrolment(db, closed, now);
  expect((await photos.match(campaign, [])).photos).toBe(1);
  const waiting = sampleSubmission({ campaign, studentNumber: '2020002' });
  await store.add(waiting);
  await eraseEnrolment(db, closed, now + 31 * day);
  expect((await photos.match(campaign, [])).photos).toBe(1);
  await db.run("UPDATE submission SET state = 'approved' WHERE id = ?", [waiting.id]);
  await eraseEnrolment(db, closed, now + 29 * day);
  expect((await photos.match(campaign, [])).photos).toBe(1);
  await eraseEnrolment(db, closed, now + 31 * day);
  expect((await photos.match(campaign, [])).photos).toBe(0);
});

it('goes all at once when an admin wants it', async () => {
  await put('2020003', faces[0]!);
  expect(await photos.removeAll(campaign, 'boss')).toBe(1);
  expect(await files.get(hashOf(faces[0]!))).toBeNull();
  expect(await acts('enrolment.removed')).toEqual(['boss default']);
});
