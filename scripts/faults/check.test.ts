import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/lib/server/store/open';
import { submissionStore } from '../../src/lib/server/store/submissions';
import { sampleSubmission } from '../../src/lib/server/testing/submission';
import { inspect } from './check';

const limits = { perStudent: 2, photosPerDay: 1 };
const none = { lost: 0, doubled: 0, halfWritten: 0, orphans: 0, wrongHistory: 0, overLimit: 0 };

/** An endpoint's database and folder, with one submission of each student that is all right. */
async function kept(students: number) {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-check-'));
  const db = await openDatabase(join(folder, 'kept.db'));
  const store = submissionStore(db);
  const photos = join(folder, 'photos');
  await mkdir(photos);
  const acknowledged = new Map<string, string>();
  const keep = async (studentNumber: string, content: string) => {
    const photoSha256 = createHash('sha256').update(content).digest('hex');
    const submission = sampleSubmission({ photoSha256, studentNumber });
    await store.add(submission);
    await writeFile(join(photos, `${photoSha256}.jpg`), content);
    acknowledged.set(submission.id, photoSha256);
    return submission;
  };
  const all = [];
  for (let i = 0; i < students; i++) all.push(await keep(`202200000${i}`, `photo ${i}`));
  const step = (id: string, who: string, from: string, state: string) =>
    db.run('INSERT INTO history (submission_id, at, who, from_state, state) VALUES (?, ?, ?, ?, ?)', [
      id,
      '2026-11-01T00:00:00.000Z',
      who,
      from,
      state
    ]);
  return {
    db,
    photos,
    store,
    all,
    keep,
    step,
    acknowledged,
    look: () => inspect(db, photos, acknowledged, limits),
    async stop() {
      await db.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

it('finds nothing where all is right', async () => {
  const { store, all, look, stop } = await kept(2);
  const who = 'reviewer:li';
  await store.claim(all[0]!.id, who, '2026-01-01T00:00:00.000Z');
  await store.change({ id: all[0]!.id, from: 'inReview', to: 'approved', who });
  expect(await look()).toEqual(none);
  await stop();
});

it('counts what is lost, half-written, and nobody’s', async () => {
  const { all, photos, acknowledged, look, stop } = await kept(3);
  await rm(join(photos, `${all[0]!.photoSha256}.jpg`));
  await writeFile(join(photos, `${all[1]!.photoSha256}.jpg`), 'phot');
  acknowledged.set('of no row', all[2]!.photoSha256);
  const stray = createHash('sha256').update('stray').digest('hex');
  await writeFile(join(photos, `${stray}.jpg`), 'stray');
  expect(await look()).toEqual({ ...none, lost: 3, halfWritten: 1, orphans: 1 });
  await stop();
});

it('counts what is there twice', async () => {
  const { all, keep, step, look, stop } = await kept(2);
  await keep('2022000009', 'photo 0');
  await step(all[1]!.id, 'student', 'draft', 'received');
  expect(await look()).toEqual({ ...none, doubled: 2, wrongHistory: 1 });
  await stop();
});

it('counts verdicts of whoever did not hold the photo, and histories that end elsewhere', async () => {
  const { all, step, db, look, stop } = await kept(2);
  await step(all[0]!.id, 'reviewer:li', 'received', 'inReview');
  await step(all[0]!.id, 'reviewer:wang', 'inReview', 'approved');
  await db.run(`UPDATE submission SET state = 'approved' WHERE id = ?`, [all[0]!.id]);
  await step(all[1]!.id, 'reviewer:li', 'received', 'inReview');
  expect(await look()).toEqual({ ...none, wrongHistory: 2 });
  await stop();
});

it('counts what a student sent beyond the day’s limit, and photos beyond the quota that no history notes', async () => {
  const { keep, db, look, stop } = await kept(1);
  for (const content of ['again', 'and again']) await keep('2022000000', content);
  for (const second of ['01', '02', '03'])
    await db.run(
      'INSERT INTO standardisation (campaign, student_number, subject, at, permit) VALUES (?, ?, ?, ?, ?)',
      ['default', '2022000000', 's', `2026-11-01T00:00:${second}.000Z`, '']
    );
  expect(await look()).toEqual({ ...none, overLimit: 1 + 2 });
  await stop();
});
