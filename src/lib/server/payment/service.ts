import { sameHash, sha256 } from '../crypto';
import { log } from '../log';
import { randomBytes } from 'node:crypto';
import type { Fee, OrderRequest, PaymentStatus } from '$lib/api/contracts/payment';
import type { Campaign } from '$lib/api/contracts/campaign';
import type { CodeResolver } from '../codes/resolver';
import { Refusal } from '../http/problem';
import type { Campaigns } from '../store/campaigns';
import { holdsNumber, isRegistered } from '../store/numbers';
import type { Sql, SqlDatabase } from '../store/sql';
import { resolveRegistration } from '../submission/resolve-registration';
import { ForgedCallback, type PayerFacts, type PaymentDriver } from './driver';
import {
  addOrder,
  changeOrder,
  countOpenOrders,
  findOrder,
  noteCallback,
  orderOf,
  type StoredOrder
} from '../store/orders';
import { settle } from './settle';
import { closeHere, lookAfter, watchRound } from './watch';
import { nowMs } from '../time';

/** A student has a quarter of an hour to pay, ms. */
const orderMs = 15 * 60_000;
/** A page that asks about its order makes the provider be asked at most this often, ms. */
const askMs = 3_000;

export interface PaymentService {
  /** @throws Refusal `campaign.unknown` */
  fee(campaign: string): Promise<Fee>;
  /** Whether the campaign's fee, if there is one, is paid for the student. */
  settled(campaign: Campaign, studentNumber: string, sql?: Sql): Promise<boolean>;
  /**
   * The student's order: the paid one, the open one of this key, or a new one. That a fee is paid is told to the key
   * that paid it, to the bearer of the student's code and to the account that is bound; whoever else pays again is given
   * the money back.
   *
   * @throws Refusal `campaign.unknown`, `code.unreadable`, `payment.way`, `payment.voucher`, `payment.unavailable`,
   *   `account.signIn`
   */
  order(
    request: OrderRequest,
    key: string,
    payer: Pick<PayerFacts, 'address' | 'openid'> & { accountId?: string }
  ): Promise<PaymentStatus>;
  /** @throws Refusal `payment.unknown` also when the key does not fit */
  status(id: string, key: string): Promise<PaymentStatus>;
  /** What a provider sent; answers in the provider's own form. @throws Refusal `payment.unknown` for a driver that is off */
  callback(driver: string, headers: Headers, body: string): Promise<Response>;
  /** Ids of the drivers that other systems stand behind. */
  readonly providers: readonly string[];
  /** One round over everything that waits; see `watchRound`. */
  round(): Promise<number>;
  /** Orders whose provider has not said the last word yet, counted up to a thousand. */
  waiting(): Promise<number>;
}

export interface PaymentParts {
  db: SqlDatabase;
  campaigns: Campaigns;
  codes: CodeResolver | null;
  drivers: readonly PaymentDriver[];
  /** ms since 1970 */
  clock?: () => number;
}

const amountOf = ({ payment }: Campaign) => (payment.required ? payment.amountFen : 0);
const driverId = (way: string) => way.split('.')[0];

/** Orders over the database, paid by whichever drivers are on. */
export function paymentService({
  db,
  campaigns,
  codes,
  drivers,
  clock = nowMs
}: PaymentParts): PaymentService {
  const now = () => new Date(clock());
  const driverOf = ({ way }: Pick<StoredOrder, 'way'>) => drivers.find(({ id }) => id === driverId(way));
  const watched = { db, driverOf };

  async function campaignOf(code: string): Promise<Campaign> {
    const campaign = await campaigns.find(code);
    if (!campaign) throw new Refusal('campaign.unknown');
    return campaign;
  }
  const waysOf = ({ payment }: Campaign) =>
    !payment.required
      ? (['free'] as const)
      : drivers.flatMap(({ ways }) => ways).filter((way) => way !== 'free');

  /** Closes an open order at its provider, so that no money can come for it; or finds that it is paid. */
  async function end(order: StoredOrder): Promise<void> {
    const closed = await driverOf(order)?.close(order);
    if (closed?.state === 'paid') await settle(db, order.id, closed.payment, 'query', now());
    else await closeHere(db, order, now(), 'replaced');
  }

  /** Makes a new order known to its provider and moves it on; the order as it then stands. */
  async function begin(order: StoredOrder, payer: PayerFacts): Promise<StoredOrder> {
    const driver = driverOf(order)!;
    const action = await driver.begin(order, payer);
    if (action.kind === 'paid') return (await settle(db, order.id, action.payment, 'student', now()))!;
    const at = now().toISOString();
    const nextAt = new Date(clock() + 2 * askMs).toISOString();
    const moved = await db.transaction((sql) =>
      changeOrder(sql, order.id, { from: 'ordered', to: 'pending', who: 'student', at, action, nextAt })
    );
    const stands = (await findOrder(db, order.id))!;
    // Closed meanwhile by another page of the student: the provider must not take money for it either.
    if (!moved && stands.state === 'closed') await driver.close(order);
    return stands;
  }

  async function isBound(accountId: string | undefined, campaign: string, studentNumber: string) {
    if (accountId === undefined) return false;
    const registered = await isRegistered(db, { accountId, campaign, studentNumber });
    return registered || holdsNumber(db, accountId, studentNumber);
  }
  /** As its own key sees it: whose second payment goes back has paid all the same. */
  async function shown(order: StoredOrder): Promise<PaymentStatus> {
    const goesBack = order.state === 'refunding' || order.state === 'refunded';
    const paid = goesBack && (await orderOf(db, order.campaign, order.studentNumber, ['paid']));
    return statusOf(paid ? { ...order, state: 'paid' } : order, true);
  }

  return {
    providers: drivers.map(({ id }) => id),
    async fee(code) {
      const campaign = await campaignOf(code);
      return {
        campaign: campaign.code,
        ...campaign.payment,
        amountFen: amountOf(campaign),
        ways: [...waysOf(campaign)]
      };
    },
    async settled({ code, payment }, studentNumber, sql = db) {
      return !payment.required || (await orderOf(sql, code, studentNumber, ['paid'])) !== null;
    },
    async order({ campaign: code, registration, way, device, voucher }, key, { address, openid, accountId }) {
      const campaign = await campaignOf(code);
      if (!waysOf(campaign).some((one) => one === way)) throw new Refusal('payment.way');
      // Inside WeChat the payer is named by the openid that a sign-in there gives.
      if (way === 'wechat.jsapi' && !openid) throw new Refusal('account.signIn');
      const {
        student: { studentNumber },
        proven
      } = await resolveRegistration(registration, codes);
      const known = proven || (await isBound(accountId, campaign.code, studentNumber));
      const payer = { address, openid, voucher, campaign: campaign.code };
      const keyHash = sha256(key);
      try {
        for (let tries = 0; tries < 5; tries++) {
          const paid = await orderOf(db, campaign.code, studentNumber, ['paid']);
          const own = paid?.keyHash === keyHash;
          // Where nothing is to be paid, nothing is told by it.
          if (paid && (own || known || way === 'free')) return statusOf(paid, own);
          const open = await orderOf(db, campaign.code, studentNumber, ['ordered', 'pending'], keyHash);
          const fits =
            open?.way === way &&
            open.amountFen === amountOf(campaign) &&
            open.expiresAt > now().toISOString();
          if (open && !fits) {
            await end(open);
            continue;
          }
          const order =
            open ??
            fresh({ campaign, studentNumber, way, keyHash, sender: sha256(device ?? key), at: clock() });
          if (!open && !(await addOrder(db, order))) continue;
          const stands = order.state === 'ordered' ? await begin(order, payer) : order;
          if (stands.state !== 'ordered' && stands.state !== 'closed') return shown(stands);
        }
      } catch (error) {
        if (error instanceof Refusal) throw error;
        // The provider did not answer, or would not: the order stays, and the next try goes on with it.
      }
      throw new Refusal('payment.unavailable');
    },
    async status(id, key) {
      const order = await findOrder(db, id);
      if (!order || !sameHash(order.keyHash, sha256(key))) throw new Refusal('payment.unknown');
      const due = new Date(order.nextAt).getTime() <= clock() + askMs;
      if (due && (order.state === 'ordered' || order.state === 'pending'))
        await lookAfter(watched, order, now());
      return shown((await findOrder(db, id))!);
    },
    async callback(id, headers, body) {
      const driver = drivers.find((one) => one.id === id);
      if (!driver) throw new Refusal('payment.unknown');
      let notice;
      try {
        notice = await driver.callback(headers, body);
      } catch (error) {
        if (!(error instanceof ForgedCallback)) throw error;
        log.warn('payment.forged', error, { driver: id });
        return driver.acknowledge(false);
      }
      const { eventId, orderId, payment } = notice;
      const at = now();
      // Taken in together with what it changes: a replay finds it there, a crash leaves neither.
      const first = (sql: Sql) => noteCallback(sql, { driver: id, eventId, at: at.toISOString() });
      const order = await findOrder(db, orderId);
      if (payment && order && driverOf(order) === driver)
        await settle(db, orderId, payment, 'callback', at, first);
      return driver.acknowledge(true);
    },
    round: () => watchRound(watched, now()),
    waiting: () => countOpenOrders(db)
  };
}

function fresh(facts: {
  campaign: Campaign;
  studentNumber: string;
  way: StoredOrder['way'];
  keyHash: string;
  sender: string;
  at: number;
}): StoredOrder {
  const { campaign, studentNumber, way, keyHash, sender, at } = facts;
  const createdAt = new Date(at).toISOString();
  return {
    id: randomBytes(16).toString('hex'),
    keyHash,
    sender,
    campaign: campaign.code,
    studentNumber,
    way,
    amountFen: amountOf(campaign),
    state: 'ordered',
    action: null,
    createdAt,
    expiresAt: new Date(at + orderMs).toISOString(),
    paidAt: null,
    transactionId: null,
    nextAt: new Date(at + askMs).toISOString(),
    tries: 0
  };
}

function statusOf(order: StoredOrder, own: boolean): PaymentStatus {
  const { id, state, amountFen, way, action, expiresAt } = order;
  return { id: own ? id : null, state, amountFen, way, action: own ? action : null, expiresAt };
}
