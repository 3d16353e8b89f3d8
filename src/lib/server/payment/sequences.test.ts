import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { OrderState, PaymentWay } from '$lib/api/contracts/payment';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { voucherDriver } from './drivers/embedded';
import { differences, ownLines } from './reconcile';
import type { Callback } from '../testing/gateway';
import { paymentEmulators, type PaymentEmulator } from '../testing/payment-emulators';
import { paymentService, type PaymentService } from './service';
import { mayChange } from './states';
import { makeVouchers } from '../store/vouchers';

const amountFen = 1500;
/** The same numbers for the same seed (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** How many at each provider, of which how many share a world; PAYMENT_SEQUENCES says another number for all. */
const groups = {
  sandbox: { count: 300, atOnce: 50 },
  wechat: { count: 30, atOnce: 10 },
  alipay: { count: 30, atOnce: 10 }
};
const day = '2026-06-01';
const payment = { required: true, amountFen, when: 'beforeSubmit' } as const;
const campaign = parseCampaign({ ...sampleCampaign, payment });
/** A folder in memory, where there is one: a synced write a step would take minutes on a disk. */
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const key = 'k'.repeat(43);
const sha = 'a'.repeat(64);
const device = randomUUID();
const sender = createHash('sha256').update(device).digest('hex');

/** What the students of one group share: a clock, a provider that sometimes does not answer, and the service. */
class World {
  #now: number;
  unreachable = false;
  readonly emulator: PaymentEmulator;
  readonly service: PaymentService;
  accepted = { forged: 0, honest: 0 };

  constructor(
    readonly db: SqlDatabase,
    day: number,
    open: (clock: () => number) => PaymentEmulator
  ) {
    this.#now = day;
    this.emulator = open(() => this.now);
    this.now = day;
    const { driver } = this.emulator;
    const shaky = new Proxy(driver, {
      get: (target, name: keyof typeof driver) => {
        const value = target[name];
        if (typeof value !== 'function' || name === 'callback' || name === 'acknowledge') return value;
        // A provider that does not answer may have done what it was asked all the same.
        return async (...input: never[]) => {
          const answer = await (value as (...input: never[]) => unknown)(...input);
          if (this.unreachable) throw new Error('no answer');
          return answer;
        };
      }
    });
    this.service = paymentService({
      db,
      campaigns: { ...campaignStore(db, 'default'), find: () => Promise.resolve(campaign) },
      codes: null,
      drivers: [shaky, voucherDriver(db)],
      clock: () => this.now
    });
  }

  /** The one clock of everybody. */
  get now(): number {
    return this.#now;
  }
  set now(ms: number) {
    this.#now = ms;
    this.emulator.tick?.(ms);
  }

  async send(callback: Callback, honest = true): Promise<void> {
    const { driver } = this.emulator;
    const answer = await this.service.callback(driver.id, callback.headers, callback.body);
    // Alipay is told in words.
    if (answer.ok && (await answer.text()) !== 'failure') this.accepted[honest ? 'honest' : 'forged']++;
  }

  /** Everything that can still be asked has been. */
  async quiet(): Promise<void> {
    this.unreachable = false;
    do this.now += 16 * 60_000;
    while (await this.service.round());
  }
}

/** One student, and whatever may go wrong between them and the provider. */
class Sequence {
  readonly studentNumber: string;
  readonly pick: (below: number) => number;
  /** Callbacks on their way, and those that arrived, to be sent again. */
  readonly underway: Callback[] = [];
  readonly arrived: Callback[] = [];

  constructor(
    readonly world: World,
    readonly seed: number,
    readonly voucher: string
  ) {
    this.studentNumber = `S${String(seed).padStart(5, '0')}`;
    this.pick = random(seed);
  }

  order = (way: PaymentWay, { voucher = '', by = key } = {}) =>
    this.world.service
      .order(
        {
          campaign: 'default',
          registration: { studentNumber: this.studentNumber, name: '林晓', source: 'typed' },
          way,
          device,
          voucher
        },
        by,
        { address: '127.0.0.1' }
      )
      .catch((error: { code?: string }) => expect(error.code).toMatch(/^payment\.(unavailable|voucher)$/));

  orders = () =>
    this.world.db.all<{ id: string; way: string; state: OrderState; key_hash: string }>(
      'SELECT id, way, state, key_hash FROM payment_order WHERE student_number = ? ORDER BY created_at',
      [this.studentNumber]
    );

  async step(): Promise<void> {
    const { pick, world } = this;
    const { emulator } = world;
    const known = (await this.orders()).map(({ id }) => id).filter((id) => emulator.find(id));
    const paid = known.filter((id) => emulator.find(id)?.state === 'paid');
    const some = known[pick(known.length || 1)];
    world.now += pick(400);
    if (pick(400) === 0) world.now += 16 * 60_000;
    if (pick(300) === 0) world.unreachable = !world.unreachable;
    switch (pick(14)) {
      case 0:
      case 1:
        return void (await this.order(emulator.way));
      case 2:
        // Two devices at once.
        return void (await Promise.all([
          this.order(emulator.way),
          this.order(emulator.way, { by: 'o'.repeat(43) })
        ]));
      case 3:
        return void (await this.order('voucher', { voucher: pick(3) ? 'WRONG' : this.voucher }));
      case 4:
      case 5:
        // The payer pays, also by a page left open long ago; its callback is late, or lost for good.
        if (some && emulator.pay(some) && pick(3)) this.underway.push(emulator.notice(some));
        return;
      case 6:
      case 7: {
        const [next] = this.underway.splice(pick(this.underway.length || 1), 1);
        if (!next) return;
        this.arrived.push(next);
        return world.send(next);
      }
      case 8:
        // The very same again, perhaps after its time; and news of the same event signed anew.
        if (this.arrived.length) await world.send(this.arrived[pick(this.arrived.length)]!);
        if (paid.length) await world.send(emulator.notice(paid[pick(paid.length)]!));
        return;
      case 9:
        // Duplicated on the way: both at once.
        if (paid.length) {
          const twice = emulator.notice(paid[pick(paid.length)]!);
          await Promise.all([world.send(twice), world.send(twice)]);
        }
        return;
      case 10:
        return some ? this.forge(some) : undefined;
      case 11:
        // Rightly signed, for another amount.
        if (paid.length) await world.send(emulator.notice(paid[0]!, { amountFen: pick(amountFen) }));
        return;
      case 12:
        return this.withdraw();
      default:
        return void (await world.service.round());
    }
  }

  async forge(id: string): Promise<void> {
    for (const callback of this.world.emulator.forged(id, this.seed)) await this.world.send(callback, false);
  }

  /** Handed in and taken back at once, before review. */
  async withdraw(): Promise<void> {
    const at = new Date(this.world.now).toISOString();
    await this.world.db.run(
      `INSERT INTO submission (id, key_hash, content_hash, state, received_at, photo_sha256, photo_bytes, registration,
         report, campaign, student_number, sender, changed_at) VALUES (?, ?, ?, 'withdrawn', ?, ?, 1, '{}', '{}', 'default', ?, ?, ?)`,
      [randomUUID(), sha, sha, at, sha, this.studentNumber, sender, at]
    );
  }

  async check(): Promise<void> {
    const orders = await this.orders();
    const count = (...states: OrderState[]) => orders.filter(({ state }) => states.includes(state)).length;
    expect(count('paid'), `paid twice, seed ${this.seed}`).toBeLessThan(2);
    const open = orders.filter(({ state }) => state === 'ordered' || state === 'pending');
    const keys = new Set(open.map((one) => one.key_hash));
    expect(open, `open twice under a key, seed ${this.seed}`).toHaveLength(keys.size);
    for (const { id, state, way } of orders)
      if (way === this.world.emulator.way && ['paid', 'refunding', 'refunded'].includes(state))
        expect(this.world.emulator.find(id)?.state, `nobody paid, seed ${this.seed}`).toBe('paid');
  }

  async checkEnd(): Promise<void> {
    await this.check();
    const orders = await this.orders();
    for (const { state } of orders)
      expect(['paid', 'refunded', 'closed'], `seed ${this.seed}`).toContain(state);
    // The provider holds money for exactly the orders that are paid here.
    const held = orders.filter(({ id }) => {
      const there = this.world.emulator.find(id);
      return there?.state === 'paid' && !there.refunded;
    });
    const paid = orders.filter(({ state, way }) => state === 'paid' && way === this.world.emulator.way);
    expect(held, `money, seed ${this.seed}`).toEqual(paid);
    const history = await this.world.db.all<{ from_state: OrderState; state: OrderState }>(
      'SELECT e.from_state, e.state FROM payment_event e JOIN payment_order o ON o.id = e.order_id WHERE student_number = ?',
      [this.studentNumber]
    );
    for (const { from_state: from, state } of history)
      expect(from === state || mayChange(from, state), `${from} → ${state}, seed ${this.seed}`).toBe(true);
  }
}

/** One group of students from beginning to end, in a database of its own. */
async function run(
  folder: string,
  first: number,
  atOnce: number,
  open: (clock: () => number) => PaymentEmulator
) {
  const db = await openSqlite(join(folder, `${first}.db`));
  const vouchers = await makeVouchers(db, 'default', atOnce);
  const world = new World(db, Date.parse(`${day}T00:00:00+08:00`), open);
  const { driver } = world.emulator;
  const group = vouchers.map((voucher, i) => new Sequence(world, first + i + 1, voucher));
  await Promise.all(
    group.map(async (sequence) => {
      const steps = 8 + sequence.pick(16);
      for (let i = 0; i < steps; i++) {
        await sequence.step();
        if (i % 5 === 4) await sequence.check();
      }
    })
  );
  await world.quiet();
  for (const sequence of group) await sequence.checkEnd();
  // Both books agree at the end of the day, and a line that is left out is found.
  const [here, there] = [await ownLines(db, driver.id, day), await driver.bill(day)];
  expect(differences(here, there!)).toEqual([]);
  // Of a small group nobody may have paid.
  if (here.length) {
    expect(differences(here.slice(1), there!)).toMatchObject([{ what: 'missingHere' }]);
    expect(differences(here, there!.slice(1))).toMatchObject([{ what: 'missingThere' }]);
  }
  const ends = await db.all<{ state: string; n: number }>(
    'SELECT state, COUNT(*) AS n FROM payment_order GROUP BY state'
  );
  const whys = await db.all<{ why: string }>('SELECT DISTINCT why FROM payment_event');
  await db.close();
  return { ends, whys: whys.map(({ why }) => why), ...world.accepted };
}

it.each(Object.keys(groups) as (keyof typeof groups)[])(
  'never ends in a wrong state and never charges twice, over random sequences at %s',
  async (name) => {
    const { atOnce } = groups[name];
    const count = Number(process.env.PAYMENT_SEQUENCES ?? groups[name].count);
    // Each forged callback is a line in the log.
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const folder = await mkdtemp(join(memory, 'gradframe-payment-'));
    try {
      const sums: Record<string, number> = {};
      const whys = new Set<string>();
      let honest = 0;
      for (let first = 0; first < count; first += atOnce) {
        const { open, stop } = await paymentEmulators[name]();
        const done = await run(folder, first, atOnce, open).finally(stop);
        expect(done.forged).toBe(0);
        honest += done.honest;
        for (const { state, n } of done.ends) sums[state] = (sums[state] ?? 0) + n;
        for (const why of done.whys) whys.add(why);
      }
      // The sequences reach every end, and the ways there that should be rare.
      expect(honest).toBeGreaterThan(count / 10);
      expect(Object.keys(sums).sort()).toEqual(['closed', 'paid', 'refunded']);
      for (const n of Object.values(sums)) expect(n).toBeGreaterThan(count / 10);
      expect([...whys]).toEqual(expect.arrayContaining(['amount', 'replaced', 'time', 'withdrawn']));
    } finally {
      vi.useRealTimers();
      log.mockRestore();
      await rm(folder, { recursive: true, force: true });
    }
  },
  1_800_000
);
