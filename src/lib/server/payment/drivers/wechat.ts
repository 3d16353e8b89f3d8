import { Hash } from 'wechatpay-axios-plugin';
import type { PaymentAction } from '$lib/api/contracts/payment';
import {
  ForgedCallback,
  ProviderError,
  type BillLine,
  type OrderFacts,
  type Payment,
  type PaymentDriver,
  type Queried
} from '../driver';
import { weChatClient, type WeChatPaySettings } from './wechat-client';

const description = '毕业生图像采集费';

interface Transaction {
  appid?: string;
  mchid: string;
  out_trade_no: string;
  transaction_id?: string;
  trade_state: string;
  amount?: { total: number; currency?: string };
}

/** Order states in which no money is held and none is on its way. */
const closedStates = ['CLOSED', 'REVOKED', 'PAYERROR'];

/**
 * WeChat Pay (API v3): JSAPI inside WeChat, H5 in other browsers of a phone, Native by scanning.
 *
 * @param origin address students open; callbacks come to it
 */
export function weChatDriver(settings: WeChatPaySettings, origin: string): PaymentDriver {
  const { appId, merchantId } = settings;
  const client = weChatClient(settings);
  const pathOf = ({ id }: OrderFacts) => `v3/pay/transactions/out-trade-no/${id}`;

  const isOurs = ({ mchid, appid }: Transaction) => mchid === merchantId && (appid ?? appId) === appId;
  const inFen = ({ amount }: Transaction) => (amount?.currency ?? 'CNY') === 'CNY';
  const paymentOf = (found: Transaction): Payment | null =>
    found.transaction_id && found.amount && inFen(found)
      ? { transactionId: found.transaction_id, amountFen: found.amount.total }
      : null;

  async function query(order: OrderFacts): Promise<Queried> {
    let found: Transaction;
    try {
      found = await client.get<Transaction>(pathOf(order), { mchid: merchantId });
    } catch (error) {
      if ((error as ProviderError).code === 'ORDER_NOT_EXIST') return { state: 'unknown' };
      throw error;
    }
    if (!isOurs(found) || found.out_trade_no !== order.id) throw new ProviderError('wechat', 'another order');
    if (!inFen(found)) throw new ProviderError('wechat', 'another currency');
    const payment = paymentOf(found);
    // A refunded one was paid all the same.
    if (['SUCCESS', 'REFUND'].includes(found.trade_state) && payment) return { state: 'paid', payment };
    return { state: closedStates.includes(found.trade_state) ? 'closed' : 'open' };
  }

  return {
    id: 'wechat',
    ways: ['wechat.jsapi', 'wechat.h5', 'wechat.native'],
    query,
    async begin({ id, way, amountFen, expiresAt }, { address, openid }): Promise<PaymentAction> {
      const kind = way.split('.')[1]!;
      if (kind === 'jsapi' && !openid) throw new ProviderError('wechat', 'no openid');
      const answer = await client.post<{ prepay_id?: string; h5_url?: string; code_url?: string }>(
        `v3/pay/transactions/${kind}`,
        {
          appid: appId,
          mchid: merchantId,
          description,
          out_trade_no: id,
          time_expire: expiresAt.replace(/\.\d+Z$/, '+00:00'),
          notify_url: `${origin}/api/v1/payments/callbacks/wechat`,
          amount: { total: amountFen, currency: 'CNY' },
          ...(kind === 'jsapi' && { payer: { openid } }),
          ...(kind === 'h5' && { scene_info: { payer_client_ip: address, h5_info: { type: 'Wap' } } })
        }
      );
      if (answer.code_url) return { kind: 'code', text: answer.code_url };
      if (answer.h5_url)
        return {
          kind: 'redirect',
          url: `${answer.h5_url}&redirect_url=${encodeURIComponent(`${origin}/payment`)}`
        };
      return { kind: 'bridge', parameters: client.bridged(appId, answer.prepay_id!) };
    },
    // An async function, so that a forged one rejects instead of throwing.
    // eslint-disable-next-line @typescript-eslint/require-await
    async callback(headers, body) {
      const { id, event, content } = client.opened(headers, body);
      const found = content as Transaction;
      if (!isOurs(found)) throw new ForgedCallback();
      const paid = event === 'TRANSACTION.SUCCESS' && found.trade_state === 'SUCCESS';
      return { eventId: id, orderId: found.out_trade_no, payment: paid ? paymentOf(found) : null };
    },
    acknowledge: (taken) =>
      taken
        ? new Response(null, { status: 204 })
        : Response.json({ code: 'FAIL', message: 'signature' }, { status: 401 }),
    async close(order) {
      try {
        await client.post(`${pathOf(order)}/close`, { mchid: merchantId });
      } catch (error) {
        const { code } = error as ProviderError;
        if (!['ORDER_NOT_EXIST', 'ORDER_CLOSED', 'ORDERPAID', 'TRADE_ERROR'].includes(code)) throw error;
        const now = await query(order);
        if (now.state === 'paid') return now;
        if (now.state === 'open') throw error;
      }
      return { state: 'closed' };
    },
    async refund({ id, amountFen }) {
      const { status } = await client.post<{ status: string }>('v3/refund/domestic/refunds', {
        out_trade_no: id,
        out_refund_no: `${id}r`,
        amount: { refund: amountFen, total: amountFen, currency: 'CNY' }
      });
      if (status === 'SUCCESS') return 'done';
      if (status === 'PROCESSING') return 'underway';
      throw new ProviderError('wechat', status);
    },
    async bill(day) {
      let named: { hash_value: string; download_url: string };
      try {
        named = await client.get('v3/bill/tradebill', { bill_date: day, bill_type: 'ALL' });
      } catch (error) {
        // A day without a single payment has no file.
        if ((error as ProviderError).code === 'NO_STATEMENT_EXIST') return [];
        throw error;
      }
      const file = await client.file(named.download_url);
      if (Hash.sha1(file) !== named.hash_value.toLowerCase())
        throw new ProviderError('wechat', 'damaged file');
      return readBill(file.toString());
    }
  };
}

/** Lines of WeChat's trade file: each value follows a backtick, columns by name; two lines of sums end it. */
function readBill(text: string): BillLine[] {
  const [head = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = head.split(',');
  const lines: BillLine[] = [];
  for (const row of rows) {
    if (!row.startsWith('`')) break;
    const values = row.slice(1).split(',`');
    const value = (name: string) => values[names.indexOf(name)] ?? '';
    const refund = value('交易状态') === 'REFUND';
    lines.push({
      orderId: value('商户订单号'),
      transactionId: value('微信订单号'),
      kind: refund ? 'refund' : 'payment',
      amountFen: Math.round(Number(value(refund ? '退款金额' : '应结订单金额')) * 100)
    });
  }
  return lines;
}
