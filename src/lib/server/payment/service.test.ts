import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaymentWay } from '$lib/api/contracts/payment';
import { folderFiles } from '../files/folder';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { desk } from '../review/desk';
import { exportZip } from '../review/export/zip';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { submissionStore } from '../store/submissions';
import { submissionService, type SubmissionService } from '../submission/service';
import { finishedFile } from '../testing/photo';
import { agreedDetails } from '../testing/submission';
import { paymentDrivers, type Drivers } from './drivers';
import { paymentService, type PaymentService } from './service';
import { settle } from './settle';
import { makeVouchers } from '../store/vouchers';

let folder: string;
let db: SqlDatabase;
let drivers: Drivers;
let payments: PaymentService;
let submissions: SubmissionService;
let now: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-fee-'));
  db = await openSqlite(join(folder, 'test.db'));
  now = Date.now();
  const campaigns = campaignStore(db, 'default');
  const payment = { required: true, amountFen: 1500, when: 'beforeSubmit' } as const;
  await campaigns.save(parseCampaign({ ...sampleCampaign, payment }));
  await campaigns.save(
    parseCampaign({ ...sampleCampaign, code: 'gratis', payment: { ...payment, required: false } })
  );
  drivers = await paymentDrivers(db, { GRADFRAME_PAYMENT_SANDBOX: 'on' });
  payments = paymentService({ db, campaigns, codes: null, drivers: drivers.on, clock: () => now });
  const files = await folderFiles(join(folder, 'photos'));
  submissions = submissionService({
    store: submissionStore(db),
    files,
    campaigns,
    codes: null,
    fee: payments
  });
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const key = 'k'.repeat(43);
const other = 'o'.repeat(43);
const registration = { studentNumber: '2022310001', name: '林晓', source: 'typed' } as const;
const order = (way: PaymentWay, { by = key, voucher = '', campaign = 'default' } = {}) =>
  payments.order({ campaign, registration, way, voucher }, by, { address: '127.0.0.1' });
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code
  );
async function submit(by = key, seed = 1) {
  const id = randomUUID();
  const report = { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] } as const;
  const photo = await finishedFile(seed);
  await submissions.accept({
    id,
    key: by,
    photo,
    registration,
    report: { ...report, findings: [], reasons: [] },
    details: agreedDetails()
  });
  return id;
}

describe('the fee', () => {
  it('is asked for before a submission is taken in, and goes back when that is withdrawn before review', async () => {
    expect(await refused(submit())).toBe('payment.required');
    const { id, state, action } = await order('sandbox');
    expect({ state, action }).toMatchObject({ state: 'pending', action: { kind: 'redirect' } });
    expect(await refused(submit())).toBe('payment.required');
    drivers.sandbox!.pay(id!);
    const { headers, body } = drivers.sandbox!.notice(id!);
    expect((await payments.callback('sandbox', headers, body)).status).toBe(200);
    const submission = await submit();

    now = Date.now() + 1000;
    await payments.round();
    expect(await payments.status(id!, key)).toMatchObject({ state: 'paid' });
    await submissions.withdraw(submission, key);
    await payments.round();
    expect(await payments.status(id!, key)).toMatchObject({ state: 'refunded' });
    expect(drivers.sandbox!.find(id!)).toMatchObject({ state: 'paid', refunded: true });
    expect(await refused(submit())).toBe('payment.required');
  });

  it('stays paid when somebody else hands in under the number and takes that back, and goes back for its payer alone', async () => {
    const first = await order('sandbox');
    drivers.sandbox!.pay(first.id!);
    now = Date.now() + 60_000;
    expect(await payments.status(first.id!, key)).toMatchObject({ state: 'paid' });
    now = Date.now() - 3_000;
    await db.run('UPDATE payment_order SET paid_at = ?', [new Date(now).toISOString()]);
    await submissions.withdraw(await submit(other, 2), other);
    await payments.round();
    expect(await payments.status(first.id!, key)).toMatchObject({ state: 'paid' });
    // What a stranger leaves there keeps nobody's money either.
    await submit(other, 3);
    await submissions.withdraw(await submit(key, 4), key);
    await payments.round();
    now = Date.now() + 60_000;
    await payments.round();
    expect(await payments.status(first.id!, key)).toMatchObject({ state: 'refunded' });
  });

  it('that went back to its payer approves and exports nothing that stands under the number', async () => {
    const pay = async (id: string) => {
      drivers.sandbox!.pay(id);
      const { headers, body } = drivers.sandbox!.notice(id);
      await payments.callback('sandbox', headers, body);
    };
    const paid = await order('sandbox');
    await pay(paid.id!);
    const mine = await submit();
    const others = await submit(other, 2);
    await submissions.withdraw(mine, key);
    await payments.round();
    expect((await payments.status(paid.id!, key)).state).toBe('refunded');

    const campaign = parseCampaign({ ...sampleCampaign, review: { undoSeconds: 0 } });
    const work = desk(db, submissionStore(db), campaignStore(db, 'default'));
    const admin = { name: 'bo', role: 'admin' } as const;
    const approve = async () => {
      await work.claim({ id: others }, admin);
      return work.decide([{ id: others, to: 'approved' }], admin);
    };
    expect(await approve()).toMatchObject({ done: [], failed: [others], unpaid: [others] });
    expect(await work.item(others, admin)).toMatchObject({ state: 'received' });
    expect(await work.claim({ campaign: 'default', limit: 9, skip: [] }, admin)).toEqual([]);
    const exported = async () => {
      const zip = exportZip({ db, files: await folderFiles(join(folder, 'photos')), campaign });
      return Object.keys(unzipSync(new Uint8Array(await new Response(zip).arrayBuffer())));
    };
    const photo = `10000/${registration.studentNumber}.jpg`;
    // As one that was approved before this was asked.
    await db.run("UPDATE submission SET state = 'approved', changed_at = '2026-01-01' WHERE id = ?", [
      others
    ]);
    expect(await exported()).not.toContain(photo);
    expect((await work.summary('default')).leftOut).toMatchObject([{ id: others, why: 'fee' }]);
    expect((await work.summary('default')).exportable).toBe(0);

    const again = await order('sandbox', { by: other });
    await pay(again.id!);
    expect((await payments.status(again.id!, other)).state).toBe('paid');
    expect(await exported()).toContain(photo);
    expect((await work.summary('default')).exportable).toBe(1);
  });

  it('is settled once paid, which is told to nobody but its own key', async () => {
    const first = await order('sandbox');
    drivers.sandbox!.pay(first.id!);
    now += 60_000;
    expect(await payments.status(first.id!, key)).toMatchObject({ state: 'paid' });
    // Paid or not: the same answers to whoever types the number.
    const stranger = await order('sandbox', { by: other });
    expect(stranger).toMatchObject({ state: 'pending' });
    expect(await refused(order('voucher', { by: other, voucher: 'ANY' }))).toBe('payment.voucher');
    // Who pays again is told so, and has the money back.
    const third = await order('sandbox', { by: 't'.repeat(43) });
    drivers.sandbox!.pay(third.id!);
    now += 60_000;
    expect(await payments.status(third.id!, 't'.repeat(43))).toMatchObject({ state: 'paid' });
    now += 60_000;
    await payments.round();
    expect(drivers.sandbox!.find(third.id!)).toMatchObject({ state: 'paid', refunded: true });
    expect(await order('voucher', { voucher: 'ANY' })).toMatchObject({ id: first.id, state: 'paid' });
    expect(await refused(payments.status(first.id!, other))).toBe('payment.unknown');
  });

  it('goes on with the order that is open, and closes it for another way', async () => {
    const first = await order('sandbox');
    expect(await order('sandbox')).toEqual(first);
    const [code] = await makeVouchers(db, 'default', 1);
    expect(await order('voucher', { voucher: code!.toLowerCase().replaceAll('-', ' ') })).toMatchObject({
      state: 'paid'
    });
    expect(await payments.status(first.id!, key)).toMatchObject({ state: 'closed', action: null });
    expect(drivers.sandbox!.pay(first.id!)).toBe(false);
  });

  it('leaves a student’s open order alone, whatever another key asks for under the number', async () => {
    const mine = await order('sandbox');
    await order('sandbox', { by: other });
    await refused(order('voucher', { by: other, voucher: 'WRONG' }));
    expect(await payments.status(mine.id!, key)).toEqual(mine);
    expect(drivers.sandbox!.pay(mine.id!)).toBe(true);
    now += 60_000;
    expect(await payments.status(mine.id!, key)).toMatchObject({ state: 'paid' });
  });

  it('takes a voucher once', async () => {
    const [code = ''] = await makeVouchers(db, 'default', 1);
    expect(code).toMatch(/^(?:[2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/);
    expect(await refused(order('voucher', { voucher: 'WRONG' }))).toBe('payment.voucher');
    expect(await order('voucher', { voucher: code })).toMatchObject({ state: 'paid' });
    const second = { ...registration, studentNumber: '2022310002' };
    const again = payments.order(
      { campaign: 'default', registration: second, way: 'voucher', voucher: code },
      key,
      { address: '127.0.0.1' }
    );
    expect(await refused(again)).toBe('payment.voucher');
  });

  it('of nothing is paid by asking', async () => {
    expect(await payments.fee('gratis')).toMatchObject({ amountFen: 0, ways: ['free'] });
    expect(await order('free', { campaign: 'gratis' })).toMatchObject({ state: 'paid' });
    expect(await refused(order('free'))).toBe('payment.way');
    expect(await refused(order('alipay.wap'))).toBe('payment.way');
  });

  it('that arrives by a second order goes back, and by a closed one counts', async () => {
    const first = await order('sandbox');
    const second = await order('sandbox', { by: other });
    const pay = (id: string, transactionId: string) =>
      settle(db, id, { transactionId, amountFen: 1500 }, 'callback', new Date(now));
    expect(await pay(first.id!, 't1')).toMatchObject({ state: 'paid' });
    expect(await pay(second.id!, 't2')).toMatchObject({ state: 'refunding' });
    // One transaction never pays two orders.
    const third = await payments.order(
      { campaign: 'default', registration: { ...registration, studentNumber: 'S000' }, way: 'sandbox' },
      key,
      { address: '127.0.0.1' }
    );
    expect(await pay(third.id!, 't1')).toMatchObject({ state: 'pending' });
  });
});

it('says which drivers are off, and what they want', async () => {
  expect((await paymentDrivers(db, {})).off).toContainEqual({
    id: 'sandbox',
    wants: ['GRADFRAME_PAYMENT_SANDBOX']
  });
  await expect(paymentDrivers(db, { GRADFRAME_PAYMENT_SANDBOX: 'yes' })).rejects.toThrow(
    'GRADFRAME_PAYMENT_SANDBOX'
  );
});

it('turns a gateway on when its keys are there, and refuses a file that is none', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [ours, theirs, none] = ['ours', 'theirs', 'none'].map((name) => join(folder, `${name}.pem`)) as [
    string,
    string,
    string
  ];
  // The older form of PEM, which some tools write.
  await writeFile(ours, privateKey.export({ type: 'pkcs1', format: 'pem' }));
  await writeFile(theirs, publicKey.export({ type: 'spki', format: 'pem' }));
  await writeFile(none, 'no key');
  const given = {
    GRADFRAME_WECHAT_APPID: 'wx1',
    GRADFRAME_WECHAT_PAY_MERCHANT: '1900000001',
    GRADFRAME_WECHAT_PAY_SERIAL: 'SERIAL1',
    GRADFRAME_WECHAT_PAY_KEY_FILE: ours,
    GRADFRAME_WECHAT_PAY_PLATFORM_KEY_FILE: theirs,
    GRADFRAME_WECHAT_PAY_PLATFORM_KEY_ID: 'PUB_KEY_ID_1',
    GRADFRAME_WECHAT_PAY_API_KEY: 'k'.repeat(32),
    GRADFRAME_ALIPAY_APPID: '2021000001',
    GRADFRAME_ALIPAY_KEY_FILE: ours,
    GRADFRAME_ALIPAY_PUBLIC_KEY_FILE: theirs
  };
  const { on } = await paymentDrivers(db, given);
  // Nobody could pay nothing beside those who pay.
  await expect(paymentDrivers(db, { ...given, GRADFRAME_PAYMENT_SANDBOX: 'on' })).rejects.toThrow(
    'GRADFRAME_PAYMENT_SANDBOX'
  );
  expect(on.map(({ id }) => id)).toEqual(['free', 'voucher', 'wechat', 'alipay']);
  for (const name of Object.keys(given).filter((name) => name.endsWith('KEY_FILE')))
    await expect(paymentDrivers(db, { ...given, [name]: none })).rejects.toThrow(name);
});
