import { createPrivateKey, createPublicKey } from 'node:crypto';
import { AlipayRequestError, AlipaySdk } from 'alipay-sdk';
import {
  ForgedCallback,
  ProviderError,
  type OrderFacts,
  type Payment,
  type PaymentDriver,
  type Queried
} from '../driver';
import { readAlipayBill } from './alipay-bill';
import { nowMs } from '../../time';

export interface AlipaySettings {
  appId: string;
  /** PEM, of this application. */
  privateKey: string;
  /** PEM, Alipay's own. */
  alipayKey: string;
  /** Of Alipay's interface; another for tests. */
  gateway?: string;
}

const timeoutMs = 15_000;
const subject = '毕业生图像采集费';
const products = { 'alipay.wap': 'QUICK_WAP_WAY', 'alipay.page': 'FAST_INSTANT_TRADE_PAY' } as const;

const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

/** @returns NaN for what is no amount, which fits no order */
function fen(text: string | undefined): number {
  const found = /^(\d{1,9})\.(\d{2})$/.exec(text ?? '');
  return found ? Number(found[1]) * 100 + Number(found[2]) : NaN;
}

/** Date and time in China, as Alipay writes them. */
const inChina = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** Takes only an answer that is one response and its signature, so that what is read is what was signed. */
class StrictSdk extends AlipaySdk {
  override checkResponseSign(...given: Parameters<AlipaySdk['checkResponseSign']>): void {
    const [answer] = given;
    if (!/^\s*\{\s*"\w+"\s*:\s*\{.*\}\s*,\s*"sign"\s*:\s*"[^"]+"\s*\}\s*$/s.test(answer))
      throw new Error('more than one response and its signature');
    super.checkResponseSign(...given);
  }
}

interface Trade {
  code: string;
  sub_code?: string;
  out_trade_no?: string;
  trade_status?: string;
  trade_no?: string;
  total_amount?: string;
  bill_download_url?: string;
}

/**
 * Alipay: the page for phones (wap) and for computers (page), RSA2 signatures, through Alipay's own SDK.
 *
 * @param origin address students open; callbacks come to it
 */
export function alipayDriver(settings: AlipaySettings, origin: string): PaymentDriver {
  const { appId, gateway = 'https://openapi.alipay.com/gateway.do' } = settings;
  const sdk = new StrictSdk({
    appId,
    // Read first, so that a wrong key is known at start and each kind of PEM is taken.
    privateKey: createPrivateKey(settings.privateKey).export({ type: 'pkcs8', format: 'pem' }) as string,
    alipayPublicKey: createPublicKey(settings.alipayKey).export({ type: 'spki', format: 'pem' }) as string,
    keyType: 'PKCS8',
    gateway,
    timeout: timeoutMs,
    camelcase: false
  });
  // The SDK would write the time of the server's own zone.
  const timestamp = () => inChina(nowMs());

  /** An answer that Alipay signed; refusals too. */
  async function ask(method: string, bizContent: object): Promise<Trade> {
    try {
      const asked = { timestamp: timestamp(), bizContent };
      return (await sdk.exec(method, asked, { validateSign: true })) as Trade;
    } catch (error) {
      // Without what the SDK says: it quotes the answer, and that names the payer.
      const silent = error instanceof AlipayRequestError && error.responseDataRaw === undefined;
      throw new ProviderError('alipay', silent ? 'unreachable' : 'unsigned');
    }
  }

  const paymentOf = ({ trade_no: transactionId, total_amount: amount }: Partial<Trade>): Payment | null =>
    transactionId ? { transactionId, amountFen: fen(amount) } : null;
  const isPaid = (status?: string) => status === 'TRADE_SUCCESS' || status === 'TRADE_FINISHED';

  async function query({ id }: OrderFacts): Promise<Queried> {
    const found = await ask('alipay.trade.query', { out_trade_no: id });
    if (found.sub_code === 'ACQ.TRADE_NOT_EXIST') return { state: 'unknown' };
    if (found.code !== '10000') throw new ProviderError('alipay', found.sub_code ?? found.code);
    if (found.out_trade_no !== id) throw new ProviderError('alipay', 'another order');
    const payment = paymentOf(found);
    if (isPaid(found.trade_status) && payment) return { state: 'paid', payment };
    return { state: found.trade_status === 'TRADE_CLOSED' ? 'closed' : 'open' };
  }

  return {
    id: 'alipay',
    ways: ['alipay.wap', 'alipay.page'],
    query,
    begin({ id, way, amountFen, expiresAt }) {
      const method = way === 'alipay.wap' ? 'alipay.trade.wap.pay' : 'alipay.trade.page.pay';
      const url = sdk.pageExecute(method, 'GET', {
        timestamp: timestamp(),
        notifyUrl: `${origin}/api/v1/payments/callbacks/alipay`,
        returnUrl: `${origin}/payment`,
        bizContent: {
          out_trade_no: id,
          total_amount: yuan(amountFen),
          subject,
          product_code: products[way as keyof typeof products],
          time_expire: inChina(Date.parse(expiresAt))
        }
      });
      return Promise.resolve({ kind: 'redirect', url });
    },
    callback(_headers, body) {
      const parameters = Object.fromEntries(new URLSearchParams(body));
      const { sign_type: kind, app_id: by, notify_id: eventId, out_trade_no: orderId } = parameters;
      // The SDK lets the callback choose its kind of signature, of which one is weak.
      const trusted = kind === 'RSA2' && sdk.checkNotifySignV2(parameters);
      if (!trusted || by !== appId || !eventId || !orderId) return Promise.reject(new ForgedCallback());
      const payment = isPaid(parameters.trade_status) ? paymentOf(parameters) : null;
      return Promise.resolve({ eventId, orderId, payment });
    },
    acknowledge: (taken) => new Response(taken ? 'success' : 'failure'),
    async close(order) {
      const { code, sub_code: reason } = await ask('alipay.trade.close', { out_trade_no: order.id });
      // Unknown there: the student never opened the page; its address ends by itself.
      if (code === '10000' || reason === 'ACQ.TRADE_NOT_EXIST') return { state: 'closed' };
      const now = await query(order);
      if (now.state === 'paid') return now;
      if (now.state === 'closed') return { state: 'closed' };
      throw new ProviderError('alipay', reason ?? code);
    },
    async refund({ id, amountFen }) {
      const content = { out_trade_no: id, refund_amount: yuan(amountFen), out_request_no: `${id}r` };
      const { code, sub_code: reason } = await ask('alipay.trade.refund', content);
      if (code !== '10000') throw new ProviderError('alipay', reason ?? code);
      return 'done';
    },
    async bill(day) {
      const named = await ask('alipay.data.dataservice.bill.downloadurl.query', {
        bill_type: 'trade',
        bill_date: day
      });
      // A day without a single trade has no file.
      if (named.sub_code === 'isp.bill_not_exist') return [];
      if (named.code !== '10000' || !named.bill_download_url)
        throw new ProviderError('alipay', named.sub_code ?? named.code);
      let zip: Uint8Array;
      try {
        const response = await fetch(named.bill_download_url, { signal: AbortSignal.timeout(timeoutMs) });
        zip = new Uint8Array(await response.arrayBuffer());
      } catch (cause) {
        throw new ProviderError('alipay', 'unreachable', { cause });
      }
      try {
        return readAlipayBill(zip);
      } catch (cause) {
        throw new ProviderError('alipay', 'damaged file', { cause });
      }
    }
  };
}
