import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { receiptOfKey } from '$lib/api/receipt';
import { folderFiles } from '../files/folder';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { openSqlite } from '../store/sqlite';
import { submissionStore, type SubmissionStore } from '../store/submissions';
import { finishedFile } from '../testing/photo';
import { agreedDetails } from '../testing/submission';
import { receipts, type Receipts } from './receipt';
import { submissionService } from './service';

const studentNumber = '2022310001';
const keys = ['a', 'b'].map((letter) => letter.repeat(43));
let folder: string;
let store: SubmissionStore;
let book: Receipts;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-receipt-'));
  const db = await openSqlite(join(folder, 'test.db'));
  store = submissionStore(db);
  const campaigns = campaignStore(db, 'default');
  await campaigns.save(parseCampaign({ ...sampleCampaign, review: { undoSeconds: 0 } }));
  const files = await folderFiles(join(folder, 'photos'));
  const service = submissionService({ store, files, campaigns, codes: null });
  const photo = await finishedFile(1);
  // The same content under two ids: the second is an alias of the first.
  for (const key of keys)
    await service.accept({
      ...{ id: randomUUID(), key, photo, details: agreedDetails() },
      registration: { studentNumber, name: '林晓', source: 'typed' },
      report: { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] }
    });
  book = receipts(db, { store, campaigns }, 3);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code
  );

it('opens the status, and nothing of the student, with either receipt of the submission', async () => {
  for (const key of keys) {
    const status = await book.status(studentNumber, await receiptOfKey(key));
    expect(Object.keys(status).sort()).toEqual(['reasons', 'receivedAt', 'retakesLeft', 'state']);
    expect(status).toMatchObject({ state: 'received', reasons: [] });
  }
});

it('opens nothing with another number or another receipt, and is held shut by nobody who tries on', async () => {
  const right = await receiptOfKey(keys[0]!);
  expect(await codeOf(book.status('2022310002', right))).toBe('submission.unknown');
  for (let tries = 0; tries < 3; tries++)
    expect(await codeOf(book.status(studentNumber, '0000-0000'))).toBe('submission.unknown');
  expect(await codeOf(book.status(studentNumber, '0000-0000'))).toBe('request.tooMany');
  expect(await book.status(studentNumber, right)).toMatchObject({ state: 'received' });
});
