import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal } from '../codes/envelope';
import { envelopeResolver } from '../codes/resolver';
import type { PhotoFiles } from '../files/files';
import { folderFiles } from '../files/folder';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { studentAccounts, type StudentAccounts } from '../signin/accounts';
import { passkeys } from '../signin/passkeys';
import { accountView } from '../signin/view';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { submissionStore, type SubmissionStore } from '../store/submissions';
import { submissionService, type SubmissionService } from '../submission/service';
import { finishedFile } from '../testing/photo';
import { agreedDetails } from '../testing/submission';
import { startPostgres } from '../testing/postgres';
import { desk, type Desk } from './desk';
import { exportZip } from './export/zip';

const folder = mkdtemp(join(tmpdir(), 'gradframe-number-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
}, 60_000);

const campaign = parseCampaign({ ...sampleCampaign, review: { undoSeconds: 0 } });
const keys = new Map([['k1', new Uint8Array(randomBytes(32))]]);
const anna = { name: 'anna', role: 'reviewer' } as const;
const bo = { name: 'bo', role: 'admin' } as const;
const newKey = () => randomBytes(32).toString('base64url');
let number = 0;
const newNumber = () => `2023${String(++number).padStart(6, '0')}`;

describe.each([
  ['sqlite', async () => join(await folder, 'number.db')],
  ['postgres', async () => (await server).address('number')]
] as const)('what was sent under one number, in %s', (kind, address) => {
  let db: SqlDatabase;
  let store: SubmissionStore;
  let files: PhotoFiles;
  let submissions: SubmissionService;
  let work: Desk;
  let accounts: StudentAccounts;
  let photos: Uint8Array<ArrayBuffer>[];
  const campaigns = () => campaignStore(db, campaign.code);
  beforeAll(async () => {
    db = await openDatabase(await address());
    await campaigns().save(campaign);
    store = submissionStore(db);
    files = await folderFiles(join(await folder, `photos-${kind}`));
    const codes = envelopeResolver(keys);
    submissions = submissionService({ store, files, campaigns: campaigns(), codes });
    work = desk(db, store, campaigns());
    accounts = studentAccounts(db);
    photos = [await finishedFile(1), await finishedFile(2), await finishedFile(3)];
  }, 60_000);
  afterAll(() => db?.close());

  async function send(
    studentNumber: string,
    key: string,
    photo = 0,
    given: { token?: string; device?: string } = {}
  ) {
    const id = randomUUID();
    const { token, device } = given;
    const registration = {
      studentNumber,
      name: '林晓',
      ...(token === undefined ? { source: 'typed' as const } : { source: 'code' as const, codeToken: token })
    };
    const report = {
      standard: 'chsi-99',
      kind: 'still',
      verdict: 'pass',
      findings: [],
      reasons: []
    } as const;
    await submissions.accept({
      id,
      key,
      photo: photos[photo]!,
      registration,
      report: { ...report, findings: [], reasons: [] },
      details: agreedDetails({ campaign: campaign.code, ...(device && { device }) })
    });
    return id;
  }
  async function approve(id: string, by: typeof anna | typeof bo = anna) {
    await work.claim({ id }, by);
    return work.decide([{ id, to: 'approved' }], by);
  }
  const exported = async () =>
    unzipSync(new Uint8Array(await new Response(exportZip({ db, files, campaign })).arrayBuffer()));
  const view = (accountId: string) =>
    accountView(accountId, [], { accounts, passkeys: passkeys(db), store, campaigns: campaigns() });

  it('shows the reviewer the others, and leaves a second approval under another key to an admin', async () => {
    const student = newNumber();
    const [device, other] = [randomUUID(), randomUUID()];
    const first = await send(student, newKey(), 0, { device });
    expect(await approve(first)).toMatchObject({ done: [first], forAdmin: [] });
    const second = await send(student, newKey(), 1, { device: other });
    const third = await send(student, newKey(), 2, { device });
    const item = await work.item(second, anna);
    expect(item).toMatchObject({ second: true, othersCount: 2, chosen: false });
    expect(item.others).toMatchObject([
      { id: first, state: 'approved', sameKey: false, sameDevice: false },
      { id: third, state: 'received', sameKey: false, sameDevice: false }
    ]);
    expect((await work.item(third, anna)).others).toMatchObject([
      { id: first, sameDevice: true },
      { id: second, sameDevice: false }
    ]);
    const { items } = await work.queue(
      { campaign: campaign.code, states: ['received'], text: student, limit: 9 },
      anna
    );
    expect(items.map((one) => one.second)).toEqual([true, true]);
    const given = await work.claim({ campaign: campaign.code, limit: 24, skip: [] }, anna);
    expect(given.map(({ id }) => id)).not.toContain(second);
    expect(await approve(second)).toMatchObject({ done: [], failed: [second], forAdmin: [second] });
    expect(await work.item(second, anna)).toMatchObject({ state: 'received' });
    expect((await store.history(second)).at(-1)).toMatchObject({ state: 'received', why: 'second' });

    expect(await approve(second, bo)).toMatchObject({ done: [second] });
    expect(Object.keys(await exported())).not.toContain(`10000/${student}.jpg`);
    const left = new TextDecoder().decode((await exported())['10000-未导出.csv']);
    expect(left).toContain(student);
    const summary = await work.summary(campaign.code);
    expect(summary.leftOut).toContainEqual({
      id: [first, second].sort().at(-1),
      studentNumber: `2023****${student.slice(-2)}`,
      why: 'second'
    });
    expect(summary.exportable).toBe(0);

    expect(await work.choose(first, bo)).toMatchObject({ chosen: true });
    expect(Buffer.from((await exported())[`10000/${student}.jpg`]!).equals(photos[0]!)).toBe(true);
    expect((await work.summary(campaign.code)).exportable).toBe(1);
    // Another approval asks anew, and is not the newest by itself.
    expect(await approve(third, bo)).toMatchObject({ done: [third] });
    expect(Object.keys(await exported())).not.toContain(`10000/${student}.jpg`);
    await work.choose(second, bo);
    expect(await work.item(first, bo)).toMatchObject({ chosen: false });
    expect(Buffer.from((await exported())[`10000/${student}.jpg`]!).equals(photos[1]!)).toBe(true);
    await expect(work.choose(await send(newNumber(), newKey(), 0), bo)).rejects.toMatchObject({
      code: 'review.taken'
    });
  });

  it('lets one reviewer approve one of two that are decided at once', async () => {
    for (let round = 0; round < 5; round++) {
      const student = newNumber();
      const ids = [await send(student, newKey(), 0), await send(student, newKey(), 1)];
      for (const id of ids) await work.claim({ id }, anna);
      const answers = await Promise.all(ids.map((id) => work.decide([{ id, to: 'approved' }], anna)));
      expect(answers.flatMap(({ done }) => done)).toHaveLength(1);
      expect(answers.flatMap(({ forAdmin }) => forAdmin)).toHaveLength(1);
    }
  });

  it('takes the newest of several under one key, as before', async () => {
    const student = newNumber();
    const key = newKey();
    for (const photo of [0, 1]) expect((await approve(await send(student, key, photo))).done).toHaveLength(1);
    expect(Buffer.from((await exported())[`10000/${student}.jpg`]!).equals(photos[1]!)).toBe(true);
  });

  it('tells an account how it stands with what it holds the key of, and nothing of the number', async () => {
    const student = newNumber();
    const [victimKey, strangerKey] = [newKey(), newKey()];
    const victims = await send(student, victimKey, 0);
    await work.claim({ id: victims }, anna);
    await work.decide([{ id: victims, to: 'rejected', reasons: ['eyes.closed'] }], anna);
    const strangers = await send(student, strangerKey, 1);
    const stranger = await accounts.begin();
    await accounts.bind(stranger.accountId, await submissions.opened(strangers, strangerKey));
    const seen = await view(stranger.accountId);
    expect(seen.submissions.map(({ id, state }) => [id, state])).toEqual([[strangers, 'received']]);
    expect(seen.registrations).toEqual([]);
    // Whoever came first has locked nobody out.
    const victim = await accounts.begin();
    await accounts.bind(victim.accountId, await submissions.opened(victims, victimKey));
    expect(await view(victim.accountId)).toMatchObject({
      submissions: [{ id: victims, state: 'rejected', reasons: ['eyes.closed'] }]
    });
  });

  it('makes a number an account’s only where a code of this unit proved it', async () => {
    const student = newNumber();
    const token = seal({ studentNumber: student, name: '林晓' }, 'k1', keys.get('k1')!);
    const registrationsOf = async (id: string, key: string) => {
      const { accountId } = await accounts.begin();
      await accounts.bind(accountId, await submissions.opened(id, key));
      return accounts.registrations(accountId);
    };
    const [typed, forged, coded] = [newKey(), newKey(), newKey()];
    expect(await registrationsOf(await send(student, typed, 0), typed)).toEqual([]);
    expect(
      await registrationsOf(await send(student, forged, 1, { token: 'GF1.k1.nonsense' }), forged)
    ).toEqual([]);
    expect(await registrationsOf(await send(student, coded, 2, { token }), coded)).toEqual([
      { campaign: campaign.code, studentNumber: student }
    ]);
  });
});
