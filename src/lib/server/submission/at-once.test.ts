import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderFiles } from '../files/folder';
import type { PaymentDriver } from '../payment/driver';
import { voucherDriver } from '../payment/drivers/embedded';
import { paymentService, type PaymentService } from '../payment/service';
import { makeVouchers } from '../store/vouchers';
import { campaignStore } from '../store/campaigns';
import { quotaBook } from '../policy/quota';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { submissionStore, type SubmissionStore } from '../store/submissions';
import { finishedFile } from '../testing/photo';
import { agreedDetails } from '../testing/submission';
import { startPostgres } from '../testing/postgres';
import { submissionService, type SubmissionService } from './service';

const folder = mkdtemp(join(tmpdir(), 'gradframe-at-once-'));
const server = startPostgres();
afterAll(async () => {
  await (await server).stop();
  await rm(await folder, { recursive: true, force: true });
}, 60_000);

const limit = 3;
const payment = { required: true, amountFen: 1500, when: 'beforeSubmit' } as const;
const campaigns = [
  { ...sampleCampaign, limits: { ...sampleCampaign.limits, perStudent: limit } },
  { ...sampleCampaign, code: 'PAID', payment }
].map((campaign) => parseCampaign(campaign));
let photo: Uint8Array<ArrayBuffer>;
let number = 0;
const newNumber = () => `2022${String(++number).padStart(6, '0')}`;
const newKey = () => randomBytes(32).toString('base64url');
const codeOf = (error: { code?: string }) => error.code ?? String(error);

/** Two endpoints over one database and one folder of photos; in SQLite, two tasks of one. */
describe.each([
  ['sqlite', async () => join(await folder, 'once.db'), 1],
  ['postgres', async () => (await server).address('once'), 2]
] as const)('submissions at once, in %s', (_, address, instances) => {
  let dbs: SqlDatabase[];
  let stores: SubmissionStore[];
  let services: SubmissionService[];
  let payments: PaymentService[];
  beforeAll(async () => {
    photo = await finishedFile();
    const where = await address();
    const files = await folderFiles(join(await folder, 'photos'));
    dbs = [];
    for (let i = 0; i < instances; i++) dbs.push(await openDatabase(where));
    const lists = dbs.map((db) => campaignStore(db, 'default'));
    for (const campaign of campaigns) await lists[0]!.save(campaign);
    stores = dbs.map(submissionStore);
    payments = dbs.map((db, i) =>
      paymentService({ db, campaigns: lists[i]!, codes: null, drivers: [voucherDriver(db) as PaymentDriver] })
    );
    services = dbs.map((db, i) =>
      submissionService({
        store: stores[i]!,
        files,
        campaigns: lists[i]!,
        codes: null,
        fee: payments[i],
        quota: quotaBook(db)
      })
    );
  }, 60_000);
  afterAll(async () => {
    for (const db of dbs) await db.close();
  });

  async function handIn(
    studentNumber: string,
    {
      key = newKey(),
      campaign = 'default',
      device = undefined as string | undefined,
      finishedAt = [] as number[]
    } = {}
  ) {
    const id = randomUUID();
    const service = services[Math.floor(Math.random() * services.length)]!;
    const { status } = await service.accept({
      id,
      key,
      photo,
      // Content of its own makes each a submission of its own.
      registration: { studentNumber, name: '林晓', source: 'typed', fields: { class: String(++number) } },
      report: { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] },
      details: agreedDetails({
        campaign,
        device,
        quota: finishedAt.length ? { finishedAt } : undefined
      })
    });
    return status;
  }
  const told = async (id: string) => (await stores[0]!.history(id))[0]!.why;

  it('of one sender are taken as often as allowed, and no more', async () => {
    const [studentNumber, key] = [newNumber(), newKey()];
    const answers = await Promise.allSettled(
      Array.from({ length: 12 }, () => handIn(studentNumber, { key }))
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(limit);
    for (const one of answers)
      if (one.status === 'rejected') expect(codeOf(one.reason as object)).toBe('submission.tooMany');
  });

  it('of many strangers shut nobody out, and the reviewer is told', async () => {
    const studentNumber = newNumber();
    for (let i = 0; i < limit; i++) expect(await told((await handIn(studentNumber)).id)).toBe('');
    expect(await told((await handIn(studentNumber, { device: randomUUID() })).id)).toBe('student: 4 today');
    expect(await told((await handIn(studentNumber)).id)).toBe('student: 5 today');
  });

  it('count every photo beyond the quota, whichever arrives first', async () => {
    const [studentNumber, allowed] = [newNumber(), campaigns[0]!.standardisationsPerDay];
    const at = Date.now() - 60_000;
    const count = allowed + 6;
    const all = await Promise.all(
      Array.from({ length: count }, (_, i) => handIn(studentNumber, { finishedAt: [at - i * 1000] }))
    );
    const whys = await Promise.all(all.map(({ id }) => told(id)));
    expect(whys.filter((why) => why.includes('quota: over'))).toHaveLength(6);
  });

  it('of whoever takes the photo back and hands another in keep the fee, or find it given back', async () => {
    for (let i = 0; i < 8; i++) {
      const [studentNumber, key] = [newNumber(), newKey()];
      const [voucher] = await makeVouchers(dbs[0]!, 'PAID', 1);
      const registration = { studentNumber, name: '林晓', source: 'typed' } as const;
      const order = { campaign: 'PAID', registration, way: 'voucher', voucher } as const;
      expect((await payments[0]!.order(order, key, { address: '203.0.113.1' })).state).toBe('paid');
      const first = await handIn(studentNumber, { key, campaign: 'PAID' });
      await services[0]!.withdraw(first.id, key);
      const [again] = await Promise.all([
        handIn(studentNumber, { key, campaign: 'PAID' }).then(
          () => true,
          (error: object) => codeOf(error)
        ),
        payments[0]!.round()
      ]);
      await payments[0]!.round();
      const { state } = (await dbs[0]!.get<{ state: string }>(
        'SELECT state FROM payment_order WHERE student_number = ?',
        [studentNumber]
      ))!;
      expect([
        [true, 'paid'],
        ['payment.required', 'refunded']
      ]).toContainEqual([again, state]);
    }
  });
});
