import { createCipheriv, createHash, randomBytes, sign, verify } from 'node:crypto';
import type { WeChatPaySettings } from '../payment/drivers/wechat-client';
import { payTrade, type Answered, type Asked, type Callback, type Keys, type Trade } from './gateway';

const apiKey = 'k'.repeat(32);
const [appId, merchantId, serial, platformKeyId] = ['wx1', '1900000001', 'SERIAL1', 'PUB_KEY_ID_1'];
const freshSeconds = 300;

/** WeChat Pay API v3 as published: it checks every signature it is sent, and signs and seals what it sends. */
export class WeChatPayEmulator {
  readonly trades = new Map<string, Trade>();
  readonly asked: { path: string; content: Record<string, unknown> }[] = [];
  /** What becomes of the headers of an answer on its way. */
  spoil = (headers: Record<string, string>): Record<string, string> => headers;
  /** What is told of a trade instead of what is true. */
  told: Record<string, unknown> = {};
  /** How long ago answers were signed, ms. */
  age = 0;
  /** Where it is served. */
  base = '';

  constructor(readonly keys: Keys) {}

  settings(): WeChatPaySettings {
    const { ours, theirs } = this.keys;
    const platformKey = theirs.publicKey;
    const { privateKey } = ours;
    return { appId, merchantId, serial, privateKey, platformKey, platformKeyId, apiKey, api: this.base };
  }

  pay = (id: string) => payTrade(this.trades.get(id));

  /** A callback as published: the resource sealed with AES-256-GCM, the whole signed. */
  notice(
    id: string,
    { key = this.keys.theirs.privateKey, at = Date.now(), seal = apiKey, amountFen = 0 } = {}
  ): Callback {
    const trade = this.trades.get(id)!;
    const nonce = randomBytes(6).toString('hex');
    const cipher = createCipheriv('aes-256-gcm', seal, nonce);
    cipher.setAAD(Buffer.from('transaction'));
    const content = JSON.stringify(transaction({ ...trade, ...(amountFen && { total: amountFen }) }));
    const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    const body = JSON.stringify({
      id: `EV-${id}`,
      event_type: 'TRANSACTION.SUCCESS',
      resource: {
        algorithm: 'AEAD_AES_256_GCM',
        ciphertext: sealed.toString('base64'),
        nonce,
        associated_data: 'transaction'
      }
    });
    return { headers: new Headers(signedHeaders(body, key, at)), body };
  }

  /** By another's key, over another text, from long ago, sealed for another merchant. */
  forged(id: string): Callback[] {
    const good = this.notice(id);
    return [
      this.notice(id, { key: this.keys.strangers.privateKey }),
      { headers: good.headers, body: good.body.replace('EV-', 'EX-') },
      this.notice(id, { at: Date.now() - 2 * freshSeconds * 1000 }),
      this.notice(id, { seal: 'x'.repeat(32) })
    ];
  }

  handle = ({ method, url, headers, body }: Asked): Answered => {
    const { pathname } = url;
    const answer = (status: number, content?: object): Answered => {
      const written = content ? JSON.stringify(content) : '';
      const signed = signedHeaders(written, this.keys.theirs.privateKey, Date.now() - this.age);
      return { status, body: written, headers: this.spoil(signed) };
    };
    if (!this.#isHonest({ method, url, headers, body })) return answer(401, { code: 'SIGN_ERROR' });
    const content = body ? (JSON.parse(body) as Record<string, unknown>) : {};
    this.asked.push({ path: pathname, content });
    const made = /^\/v3\/pay\/transactions\/(jsapi|h5|native)$/.exec(pathname)?.[1];
    if (made) {
      const id = content.out_trade_no as string;
      const { total } = content.amount as { total: number };
      if (this.trades.get(id)?.state === 'closed') return answer(400, { code: 'ORDER_CLOSED' });
      if (!this.trades.has(id)) this.trades.set(id, { id, total, state: 'open', refunds: new Set() });
      return answer(200, begun[made as keyof typeof begun]);
    }
    const one = /^\/v3\/pay\/transactions\/out-trade-no\/([0-9a-f]{32})(\/close)?$/.exec(pathname);
    if (one) {
      const trade = this.trades.get(one[1]!);
      if (!trade) return answer(404, { code: 'ORDER_NOT_EXIST' });
      if (!one[2]) return answer(200, { ...transaction(trade), ...this.told });
      if (trade.state === 'paid') return answer(400, { code: 'ORDERPAID' });
      trade.state = 'closed';
      return answer(204);
    }
    if (pathname === '/v3/refund/domestic/refunds') {
      const trade = this.trades.get(content.out_trade_no as string);
      if (trade?.state !== 'paid') return answer(404, { code: 'RESOURCE_NOT_EXISTS' });
      const first = !trade.refunds.size;
      trade.refunds.add(content.out_refund_no as string);
      return answer(200, { status: first ? 'PROCESSING' : 'SUCCESS' });
    }
    if (pathname === '/v3/bill/tradebill') {
      const hash = createHash('sha1').update(this.#bill()).digest('hex');
      return answer(200, {
        hash_type: 'SHA1',
        hash_value: hash,
        download_url: `${this.base}/v3/billdownload/file?token=1`
      });
    }
    return pathname === '/v3/billdownload/file'
      ? { status: 200, body: this.#bill() }
      : answer(404, { code: 'NOT_FOUND' });
  };

  #isHonest({ method, url, headers, body }: Asked): boolean {
    const [, token = ''] = /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(headers.get('authorization') ?? '') ?? [];
    const given = Object.fromEntries(
      [...token.matchAll(/(\w+)="(.+?)"/g)].map(([, name, value]) => [name, value])
    ) as Record<string, string | undefined>;
    const { timestamp, nonce_str: nonce, signature = '' } = given;
    const text = `${method}\n${url.pathname}${url.search}\n${timestamp}\n${nonce}\n${body}\n`;
    return (
      given.mchid === merchantId &&
      given.serial_no === serial &&
      headers.get('wechatpay-serial') === platformKeyId &&
      Math.abs(Date.now() / 1000 - Number(timestamp)) < freshSeconds &&
      verify('sha256', Buffer.from(text), this.keys.ours.publicKey, Buffer.from(signature, 'base64'))
    );
  }

  #bill(): string {
    const rows = [...this.trades.values()]
      .filter(({ state }) => state === 'paid')
      .flatMap(({ id, total, refunds }) => {
        const row = (state: string, refund: string) =>
          [transactionId(id), id, state, (total / 100).toFixed(2), refund]
            .map((value) => `\`${value}`)
            .join(',');
        return [row('SUCCESS', '0.00'), ...(refunds.size ? [row('REFUND', (total / 100).toFixed(2))] : [])];
      });
    return [
      '\uFEFF微信订单号,商户订单号,交易状态,应结订单金额,退款金额',
      ...rows,
      '总交易单数,应结订单总金额',
      '`1,`15.05'
    ].join('\r\n');
  }
}

const begun = {
  jsapi: { prepay_id: 'wx-p' },
  h5: { h5_url: 'https://wx.tenpay.com/h5?prepay_id=1' },
  native: { code_url: 'weixin://wxpay/1' }
};

const transactionId = (id: string) => `42${id.slice(0, 26)}`;

const transaction = ({ id, total, state, refunds }: Trade) => ({
  appid: appId,
  mchid: merchantId,
  out_trade_no: id,
  trade_state: refunds.size ? 'REFUND' : { open: 'NOTPAY', paid: 'SUCCESS', closed: 'CLOSED' }[state],
  ...(state === 'paid' && { transaction_id: transactionId(id), amount: { total, currency: 'CNY' } })
});

function signedHeaders(body: string, key: string, at: number): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const nonce = randomBytes(8).toString('hex');
  const text = Buffer.from(`${timestamp}\n${nonce}\n${body}\n`);
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-signature': sign('sha256', text, key).toString('base64'),
    'wechatpay-serial': platformKeyId
  };
}
