import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { messageService } from '../messages/service';
import { paymentDrivers } from '../payment/drivers';
import { paymentService } from '../payment/service';
import { campaignStore } from '../store/campaigns';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { startPostgres, type TestPostgres } from '../testing/postgres';
import { jobBook } from '../store/job-book';
import { runInProcess } from './in-process';
import type { Job, JobName, Retries, Runner } from './job';
import { deadLetters, runOverPgBoss } from './pg-boss';

const retries: Retries = { limit: 2, delaySeconds: 1 };
const waitFor = { timeout: 40_000, interval: 100 };
const boom = () => Promise.reject(Object.assign(new Error('with a name in it'), { code: 'E_BOOM' }));

let folder: string;
let server: TestPostgres;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-jobs-'));
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Counts its runs; does `work` each time. */
function counting(name: JobName, work: (run: number) => unknown = () => undefined) {
  const counted = { runs: 0, job: {} as Job };
  counted.job = {
    name,
    everySeconds: 1,
    work: () => Promise.resolve(work(++counted.runs)),
    waiting: () => Promise.resolve(7)
  };
  return counted;
}

function contract(
  kind: string,
  open: (name: string) => Promise<{ db: SqlDatabase; run(jobs: readonly Job[]): Runner }>
) {
  describe(`jobs ${kind}`, () => {
    it('run again and again, and the book tells how it went', async () => {
      const { db, run } = await open('goes');
      const parts = counting('parts');
      const runner = run([parts.job]);
      await vi.waitUntil(() => parts.runs > 2, waitFor);
      await runner.stop();
      const after = parts.runs;
      const [state] = await jobBook(db).states([parts.job]);
      expect(state).toMatchObject({
        name: 'parts',
        everySeconds: 1,
        waiting: 7,
        failures: 0,
        givenUp: 0,
        code: ''
      });
      expect(Date.parse(state!.endedAt!)).toBeGreaterThanOrEqual(Date.parse(state!.beganAt!));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(parts.runs).toBe(after);
      await db.close();
    }, 60_000);

    it('are tried again where they fail, then given up until they are due again; others go on', async () => {
      const { db, run } = await open('fails');
      const payment = counting('payment', boom);
      const parts = counting('parts');
      const runner = run([payment.job, parts.job]);
      const stateOf = async () => (await jobBook(db).states([payment.job]))[0]!;
      await vi.waitUntil(async () => (await stateOf()).givenUp > 0, waitFor);
      // The first run and both retries.
      expect(payment.runs).toBeGreaterThanOrEqual(1 + retries.limit);
      expect(await stateOf()).toMatchObject({ code: 'E_BOOM' });
      expect(parts.runs).toBeGreaterThan(1);
      await runner.stop();
      await db.close();
    }, 60_000);

    it('are well again after a run that went well', async () => {
      const { db, run } = await open('heals');
      const messages = counting('messages', (number) => (number === 1 ? boom() : undefined));
      const runner = run([messages.job]);
      await vi.waitUntil(() => messages.runs > 1, waitFor);
      await runner.stop();
      expect((await jobBook(db).states([messages.job]))[0]).toMatchObject({
        failures: 0,
        givenUp: 0,
        code: ''
      });
      await db.close();
    }, 60_000);
  });
}

it('tell how much waits, over both databases', async () => {
  for (const address of [join(folder, 'waits.db'), await server.address('waits')]) {
    const db = await openDatabase(address);
    const { on: drivers } = await paymentDrivers(db, {});
    const parts = { db, campaigns: campaignStore(db, 'default') };
    expect(await paymentService({ ...parts, codes: null, drivers }).waiting()).toBe(0);
    expect(await messageService({ ...parts, senders: [] }).waiting()).toBe(0);
    await db.close();
  }
}, 60_000);

contract('in this process', async (name) => {
  const db = await openDatabase(join(folder, `${name}.db`));
  return { db, run: (jobs) => runInProcess(jobs, jobBook(db), retries) };
});

contract('over pg-boss', async (name) => {
  const address = await server.address(`contract_${name}`);
  const db = await openDatabase(address);
  return { db, run: (jobs) => runOverPgBoss(address, jobs, jobBook(db), retries) };
});

describe('jobs over pg-boss', () => {
  it('keep what was given up, for whoever looks', async () => {
    const address = await server.address('letters');
    const db = await openDatabase(address);
    const payment = counting('payment', boom);
    const runner = runOverPgBoss(address, [payment.job], jobBook(db), { limit: 0, delaySeconds: 1 });
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    const letters = async () =>
      (
        await client.query<{ n: number }>('SELECT COUNT(*)::int AS n FROM pgboss.job WHERE name = $1', [
          deadLetters
        ])
      ).rows[0]!.n;
    await vi.waitUntil(async () => payment.runs > 0 && (await letters()) > 0, waitFor);
    await client.end();
    await runner.stop();
    await db.close();
  }, 60_000);

  it('are run by one of several endpoints when they are due', async () => {
    const address = await server.address('several');
    const db = await openDatabase(address);
    let atOnce = 0;
    let most = 0;
    const parts = counting('parts', async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((resolve) => setTimeout(resolve, 300));
      atOnce--;
    });
    const began = Date.now();
    const runners = [1, 2, 3].map(() => runOverPgBoss(address, [parts.job], jobBook(db), retries));
    await vi.waitUntil(() => parts.runs > 3, waitFor);
    await Promise.all(runners.map((runner) => runner.stop()));
    expect(most).toBe(1);
    expect(parts.runs).toBeLessThanOrEqual(2 + (Date.now() - began) / 1000);
    await db.close();
  }, 60_000);

  it('go on after PostgreSQL started again', async () => {
    const own = await startPostgres();
    const address = await own.address('again');
    const db = await openDatabase(address);
    // Nearly always in hand, so that the connection breaks under it.
    const parts = counting('parts', () => new Promise((resolve) => setTimeout(resolve, 900)));
    const runner = runOverPgBoss(address, [parts.job], jobBook(db), retries);
    await vi.waitUntil(() => parts.runs > 0, waitFor);
    for (const how of ['fast', 'immediate'] as const) {
      await own.restart(how, 1_500);
      const before = parts.runs;
      await vi.waitUntil(() => parts.runs > before + 1, waitFor);
    }
    await runner.stop();
    await db.close();
    await own.stop();
  }, 120_000);
});
