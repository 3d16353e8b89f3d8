import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderFiles } from '../files/folder';
import { addOrder } from '../store/orders';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { studentAccounts } from '../signin/accounts';
import { keyIdentities } from '../store/identities';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { submissionStore, type SubmissionStore } from '../store/submissions';
import { startPostgres } from '../testing/postgres';
import { sampleSubmission } from '../testing/submission';
import { personalData, type PersonalData } from './erase';
import { exportRest } from '../store/student-export';
import { eraseEnded, eraseRest } from '../store/left-over';

const folder = mkdtemp(join(tmpdir(), 'gradframe-everything-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
}, 60_000);

const dayMs = 24 * 60 * 60 * 1000;
const iso = (ms: number) => new Date(ms).toISOString();
let number = 0;
const newNumber = () => `2024${String(++number).padStart(6, '0')}`;

describe.each([
  ['sqlite', async () => join(await folder, 'everything.db')],
  ['postgres', async () => (await server).address('everything')]
] as const)('everything of one student, in %s', (kind, address) => {
  let db: SqlDatabase;
  let store: SubmissionStore;
  let personal: PersonalData;
  beforeAll(async () => {
    db = await openDatabase(await address());
    store = submissionStore(db);
    personal = personalData(db, store, await folderFiles(join(await folder, `photos-${kind}`)));
  }, 60_000);
  afterAll(() => db?.close());

  async function order(
    studentNumber: string,
    part: { state?: 'ordered' | 'closed'; createdAt?: string } = {}
  ) {
    const { state = 'closed', createdAt = iso(Date.now()) } = part;
    const id = randomUUID().replaceAll('-', '');
    await addOrder(db, {
      ...{
        id,
        keyHash: 'k',
        sender: 's',
        campaign: 'default',
        studentNumber,
        way: 'sandbox',
        amountFen: 1,
        state
      },
      ...{
        action: null,
        createdAt,
        expiresAt: createdAt,
        paidAt: null,
        transactionId: null,
        nextAt: createdAt
      },
      tries: 0
    });
    return id;
  }
  /** A student with something in every table. */
  async function student(studentNumber: string) {
    const submission = sampleSubmission({ studentNumber, name: '林晓', proven: true });
    await store.add(submission);
    await order(studentNumber);
    await db.run('INSERT INTO student (campaign, student_number, name, class) VALUES (?, ?, ?, ?)', [
      'default',
      studentNumber,
      '林晓',
      ''
    ]);
    await db.run(
      'INSERT INTO enrolment_photo (campaign, student_number, photo_sha256, at) VALUES (?, ?, ?, ?)',
      ['default', studentNumber, 'f'.repeat(64), iso(Date.now())]
    );
    await db.run(
      'INSERT INTO standardisation (campaign, student_number, subject, at, permit) VALUES (?, ?, ?, ?, ?)',
      ['default', studentNumber, 's', iso(Date.now()), '']
    );
    const channel = randomUUID();
    await db.run(
      `INSERT INTO message_channel (id, submission_id, kind, address, locale, token, made_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [channel, submission.id, 'email', '{"email":"lin@example.edu.cn"}', 'zh-CN', channel, iso(Date.now())]
    );
    await db.run(
      `INSERT INTO message (key, channel_id, template, parameters, state, tries, next_at, made_at)
       VALUES (?, ?, 'approved', ?, 'waiting', 0, ?, ?)`,
      [`${channel}:approved`, channel, '{"name":"林*"}', iso(Date.now()), iso(Date.now())]
    );
    const accounts = studentAccounts(db);
    const { accountId, token } = await accounts.begin();
    await accounts.bind(accountId, submission);
    await accounts.identify('wechat', `openid-${studentNumber}`, token, accountId);
    return { id: submission.id, accountId, channel };
  }
  const rowsOf = async (table: string) => JSON.stringify(await db.all(`SELECT * FROM ${table}`));

  it('is told whole when they ask', async () => {
    const studentNumber = newNumber();
    await student(studentNumber);
    const told = await exportRest(db, { campaign: 'default', studentNumber });
    expect(told).toMatchObject({
      listed: [{ name: '林晓' }],
      orders: [{ way: 'sandbox', history: [] }],
      channels: [{ kind: 'email', messages: [{ template: 'approved' }] }],
      accounts: [{ identities: [{ provider: 'wechat' }], sessions: [{}] }],
      counted: [{}],
      enrolment: [{ photo_sha256: 'f'.repeat(64) }]
    });
  });

  it('goes for good from every table, and nothing of another goes with it', async () => {
    const [mine, others] = [newNumber(), newNumber()];
    const { id, accountId, channel } = await student(mine);
    const other = await student(others);
    expect(await personal.eraseStudent('default', mine, 'system')).toBe(1);
    for (const table of [
      'submission',
      'payment_order',
      'account_registration',
      'standardisation',
      'student',
      'enrolment_photo'
    ]) {
      expect(await rowsOf(table), table).not.toContain(mine);
      expect(await rowsOf(table), table).toContain(others);
    }
    for (const table of ['account', 'account_identity', 'account_submission', 'student_session'])
      expect(await rowsOf(table), table).not.toContain(accountId);
    for (const table of ['message_channel', 'message']) {
      expect(await rowsOf(table), table).not.toContain(channel);
      expect(await rowsOf(table), table).toContain(other.channel);
    }
    expect(await rowsOf('erasure')).toContain(id);
    expect(await rowsOf('erasure')).not.toContain(mine);
  });

  it('goes of who signed in at the campus and never sent a photo, with every way to sign in', async () => {
    const studentNumber = newNumber();
    await studentAccounts(db).identify('oidc', { subject: `sub-${studentNumber}`, studentNumber }, null);
    const told = await exportRest(db, { campaign: 'default', studentNumber });
    expect(told.accounts).toMatchObject([{ identities: [{ provider: 'oidc' }] }]);
    const { id } = told.accounts[0]!.account;
    await personal.eraseStudent('default', studentNumber, 'system');
    for (const table of ['account', 'account_number', 'account_identity', 'student_session'])
      expect(await rowsOf(table), table).not.toContain(String(id));
  });

  it('goes of who ordered and never sent a photo, too', async () => {
    const studentNumber = newNumber();
    const id = await order(studentNumber, { state: 'ordered' });
    expect(await personal.eraseStudent('default', studentNumber, 'system')).toBe(0);
    expect(await db.get('SELECT student_number FROM payment_order WHERE id = ?', [id])).toEqual({
      student_number: id
    });
  });

  it('holds no id of a campus or of WeChat that somebody without the key could find', async () => {
    const accounts = studentAccounts(db);
    const { accountId, token } = await accounts.begin();
    await accounts.identify('wechat', 'openid-in-clear', token, accountId);
    await db.run(
      'INSERT INTO account_identity (provider, subject, account_id, made_at) VALUES (?, ?, ?, ?)',
      ['cas', 'bare-hash', accountId, iso(0)]
    );
    await keyIdentities(db);
    expect(await rowsOf('account_identity')).not.toMatch(/openid-in-clear|bare-hash/);
    expect(await accounts.openid(accountId)).toBe('openid-in-clear');
    const again = await accounts.identify('cas', 'bare-hash', null);
    expect((await accounts.session(again))?.accountId).toBe(accountId);
  });

  it('goes by itself where no photo came: orders, accounts of nobody, ended sessions, the list', async () => {
    const [paid, open, kept] = [newNumber(), newNumber(), newNumber()];
    const campaign = parseCampaign({ ...sampleCampaign, code: 'default', retentionDays: 30 });
    const now = Date.now();
    const old = { createdAt: iso(now - 31 * dayMs) };
    const ids = [await order(paid, old), await order(open, { ...old, state: 'ordered' }), await order(kept)];
    const before = (at: number) => iso(at - campaign.retentionDays * dayMs);
    await eraseRest(db, campaign, before(now));
    const numbers = await db.all<{ id: string; student_number: string }>('SELECT * FROM payment_order');
    expect(ids.map((id) => numbers.find((row) => row.id === id)!.student_number)).toEqual([
      ids[0],
      open,
      kept
    ]);

    await db.run('INSERT INTO student (campaign, student_number, name, class) VALUES (?, ?, ?, ?)', [
      'default',
      kept,
      '林晓',
      ''
    ]);
    const closed = { ...campaign, closes: iso(now - 29 * dayMs) };
    await eraseRest(db, closed, before(now));
    expect(await rowsOf('student')).toContain(kept);
    await eraseRest(db, closed, before(now + 2 * dayMs));
    expect(await rowsOf('student')).not.toContain(kept);

    const accounts = studentAccounts(db);
    const unused = await accounts.begin();
    await accounts.identify('oidc', `nobody-${kind}`, unused.token, unused.accountId);
    await db.run(`UPDATE message SET channel_id = 'gone' WHERE state = 'waiting'`);
    await eraseEnded(db, now + 31 * dayMs);
    expect(await rowsOf('account')).toContain(unused.accountId);
    await eraseEnded(db, now + 91 * dayMs);
    for (const table of ['account', 'account_identity', 'student_session'])
      expect(await rowsOf(table), table).not.toContain(unused.accountId);
    expect(await rowsOf('message')).not.toContain('林');
  });
});

it('leaves nothing of the erased in SQLite’s files, while others go on', async () => {
  const at = join(await folder, 'files');
  const db = await openDatabase(join(at, 'erased.db'));
  const second = await openDatabase(join(at, 'erased.db'));
  const store = submissionStore(db);
  const personal = personalData(second, submissionStore(second), await folderFiles(join(at, 'photos')));
  const name = '欧阳致远';
  const bytes = Buffer.from(name);
  const count = async () => {
    let n = 0;
    for (const file of (await readdir(at)).filter((one) => one.startsWith('erased.db'))) {
      const content = await readFile(join(at, file));
      for (let i = content.indexOf(bytes); i >= 0; i = content.indexOf(bytes, i + 1)) n++;
    }
    return n;
  };
  for (let i = 0; i < 60; i++)
    await store.add(
      sampleSubmission({ name, studentNumber: '2022319999', registration: JSON.stringify({ name, i }) })
    );
  expect(await count()).toBeGreaterThan(60);
  await personal.eraseStudent('default', '2022319999', 'system');
  expect(await count()).toBe(0);
  await db.close();
  await second.close();
});
