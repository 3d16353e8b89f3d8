import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { subjectOf } from '$lib/api/contracts/permit';
import { folderFiles } from '../files/folder';
import { personalData } from '../personal/erase';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { submissionStore, type SubmissionStore } from '../store/submissions';
import { submissionService, type SubmissionService } from '../submission/service';
import { finishedFile } from '../testing/photo';
import { agreedDetails } from '../testing/submission';
import { campaignStore } from '../store/campaigns';
import { quotaBook, type QuotaBook } from './quota';
import { parseCampaign } from './parse-campaign';
import { sampleCampaign } from './sample';

const campaign = parseCampaign(sampleCampaign);
const other = parseCampaign({ ...sampleCampaign, code: 'other' });
const hourMs = 3_600_000;
const [phone, laptop] = [randomUUID(), randomUUID()];
const number = '2022310001';

let folder: string;
let db: SqlDatabase;
let store: SubmissionStore;
let service: SubmissionService;
let quota: QuotaBook;
let now: number;
let seed = 0;
const clock = () => now;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-quota-'));
  now = Date.UTC(2026, 5, 1, 8);
  db = await openSqlite(join(folder, 'test.db'));
  store = submissionStore(db);
  const campaigns = campaignStore(db, 'default');
  await campaigns.save(campaign);
  await campaigns.save(other);
  quota = quotaBook(db, clock);
  const files = await folderFiles(join(folder, 'photos'));
  service = submissionService({ store, files, campaigns, codes: null, quota });
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const permitFor = async (device: string, of = campaign, studentNumber = number) =>
  quota.issue(of, await subjectOf(device, of.code, studentNumber));

/** Hands a photo in; answers what the history says of it. */
async function handIn(device: string | undefined, permit: string | undefined, finishedAt: number[]) {
  const id = randomUUID();
  await service.accept({
    id,
    key: 'k'.repeat(43),
    photo: await finishedFile(++seed),
    registration: { studentNumber: number, name: '林晓', source: 'typed' },
    report: { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] },
    details: agreedDetails({ device, quota: { permit, finishedAt } })
  });
  return (await store.history(id))[0]!.why;
}

describe('a permit', () => {
  it('allows the campaign’s number, and what is left of it once photos were told of', async () => {
    const permit = await permitFor(phone);
    expect(permit).toMatchObject({ campaign: 'default', count: 3, from: '2026-06-01T08:00:00.000Z' });
    expect(await handIn(phone, permit.token, [now + 1000, now + 2000])).toBe('');
    now += hourMs;
    expect((await permitFor(phone)).count).toBe(1);
    now += 23 * hourMs + 2001;
    expect((await permitFor(phone)).count).toBe(3);
  });

  it('names neither student nor device', async () => {
    const { token } = await permitFor(phone);
    const said = Buffer.from(token.split('.')[0]!, 'base64url').toString('utf8');
    expect(JSON.parse(said)).toMatchObject({ count: 3 });
    for (const secret of [number, phone]) expect(said).not.toContain(secret);
  });

  it('counts for nothing when it is forged, or was given to another device, student or campaign', async () => {
    const { token } = await permitFor(phone);
    const [body, signed] = token.split('.') as [string, string];
    const more = { ...(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as object), count: 99 };
    const forged = `${Buffer.from(JSON.stringify(more)).toString('base64url')}.${signed}`;
    const strangers = [
      await permitFor(laptop),
      await permitFor(phone, other),
      await permitFor(phone, campaign, '2022310002')
    ];
    for (const bad of [forged, 'x', '', `${body}.`, ...strangers.map(({ token }) => token)])
      expect(await handIn(phone, bad, [now])).toBe('quota: within 1/3, permit forged');
    expect(await handIn(phone, token, [now])).toBe('');
  });

  it('that has ended is noted, and nobody is turned away for it', async () => {
    const { token } = await permitFor(phone);
    now += 25 * hourMs;
    expect(await handIn(phone, token, [now])).toBe('quota: within 1/3, permit expired');
  });

  it('used again counts the same photos once and further ones beside them', async () => {
    const { token } = await permitFor(phone);
    const times = [now, now + 1, now + 2];
    expect(await handIn(phone, token, times)).toBe('');
    expect(await handIn(phone, token, times)).toBe('');
    expect(await handIn(phone, token, [...times, now + 3])).toBe('quota: over 4/3, permit valid');
  });
});

describe('photos made without a network', () => {
  it('are taken in and counted when they arrive, over all devices of the student', async () => {
    expect(await handIn(phone, undefined, [now, now + 1])).toBe('quota: within 2/3, permit none');
    expect(await handIn(laptop, undefined, [now + 2, now + 3])).toBe('quota: over 4/3, permit none');
    expect((await permitFor(phone)).count).toBe(3 - 2);
    // A kiosk is nobody's device.
    expect(await handIn(undefined, undefined, [now + 30 * hourMs])).toBe('quota: within 1/3, permit none');
  });

  it('leave nothing when the student is erased, or when the submission was not taken in', async () => {
    await handIn(phone, undefined, [now]);
    const rows = () => db.all('SELECT * FROM standardisation');
    expect(await rows()).toHaveLength(1);
    await db.run("CREATE TRIGGER full BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'full'); END");
    await expect(handIn(phone, undefined, [now + 1])).rejects.toThrow('full');
    expect(await rows()).toHaveLength(1);
    await db.run('DROP TRIGGER full');
    const files = await folderFiles(join(folder, 'photos'));
    await personalData(db, store, files).eraseStudent('default', number, 'system');
    expect(await rows()).toEqual([]);
  });
});

it('the key outlasts a restart and is the same for every server', async () => {
  const { token } = await permitFor(phone);
  const told = {
    campaign,
    studentNumber: number,
    device: phone,
    quota: { permit: token, finishedAt: [now] }
  };
  const [one, two] = [quotaBook(db, clock), quotaBook(db, clock)];
  expect((await Promise.all([one.check(told), two.check(told)])).map(({ standing }) => standing)).toEqual([
    'valid',
    'valid'
  ]);
});
