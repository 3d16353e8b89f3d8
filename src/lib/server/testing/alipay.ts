import { sign, verify } from 'node:crypto';
import { zipSync } from 'fflate';
import type { AlipaySettings } from '../payment/drivers/alipay';
import { payTrade, type Answered, type Asked, type Callback, type Keys, type Trade } from './gateway';

const appId = '2021000001';
const firstNumber = 2026060122001;
const states = { open: 'WAIT_BUYER_PAY', paid: 'TRADE_SUCCESS', closed: 'TRADE_CLOSED' };
const yuan = (fen: number) => (fen / 100).toFixed(2);

/** Alipay's gateway as published: RSA2 signatures over sorted parameters; it checks every one it is sent. */
export class AlipayEmulator {
  readonly trades = new Map<string, Trade>();
  /** Signs its answers with another's key. */
  liar = false;
  /** What a stranger wrote after an honest answer. */
  tail = '';
  /** The day's file, where it is another than the trades' own; null: there is none. */
  file: Uint8Array | null | undefined;
  /** Where it is served. */
  base = '';
  readonly #numbers = new Map<string, string>();

  constructor(readonly keys: Keys) {}

  settings(): AlipaySettings {
    const { ours, theirs } = this.keys;
    return {
      appId,
      privateKey: ours.privateKey,
      alipayKey: theirs.publicKey,
      gateway: `${this.base}/gateway.do`
    };
  }

  /** The payer opens the page that a signed address leads to; false where Alipay would refuse it. */
  visit(address: string): boolean {
    const asked = new URL(address).searchParams;
    if (!this.isHonest(asked)) return false;
    const { out_trade_no: id, total_amount: total } = JSON.parse(asked.get('biz_content')!) as Record<
      string,
      string
    >;
    if (!this.trades.has(id!))
      this.trades.set(id!, {
        id: id!,
        total: Math.round(Number(total) * 100),
        state: 'open',
        refunds: new Set()
      });
    return true;
  }

  pay = (id: string) => payTrade(this.trades.get(id));

  /** A callback as published: a form, signed over its parameters in order. */
  notice(
    id: string,
    {
      amountFen = this.trades.get(id)?.total ?? 0,
      part = {},
      key = this.keys.theirs.privateKey,
      kind = 'RSA2'
    }: { amountFen?: number; part?: Record<string, string>; key?: string; kind?: string } = {}
  ): Callback {
    const form = new URLSearchParams({
      notify_id: `n-${id}`,
      app_id: appId,
      out_trade_no: id,
      trade_no: this.#number(id),
      trade_status: 'TRADE_SUCCESS',
      total_amount: yuan(amountFen),
      subject: '毕业生 & 图像',
      ...part
    });
    form.set('sign', signedBy(key, sorted(form, []), kind === 'RSA' ? 'sha1' : 'sha256'));
    form.set('sign_type', kind);
    return { headers: new Headers(), body: form.toString() };
  }

  /** By another's key, over another text, for another application, with a weak signature. */
  forged(id: string): Callback[] {
    const { headers, body } = this.notice(id);
    return [
      this.notice(id, { key: this.keys.strangers.privateKey }),
      { headers, body: body.replace('total_amount=', 'total_amount=1') },
      this.notice(id, { part: { app_id: 'another' } }),
      this.notice(id, { kind: 'RSA' })
    ];
  }

  isHonest = (parameters: URLSearchParams) =>
    verify(
      'sha256',
      Buffer.from(sorted(parameters, ['sign'])),
      this.keys.ours.publicKey,
      Buffer.from(parameters.get('sign') ?? '', 'base64')
    );

  handle = ({ url, body }: Asked): Answered => {
    if (url.pathname === '/bill') return { status: 200, body: this.file ?? this.#bill() };
    const asked = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body)]);
    const method = asked.get('method')!;
    const written = JSON.stringify(this.#answer(method, asked));
    const { strangers, theirs } = this.keys;
    const signature = signedBy((this.liar ? strangers : theirs).privateKey, written);
    return {
      status: 200,
      body: `{"${method.replaceAll('.', '_')}_response":${written},"sign":"${signature}"${this.tail}}`
    };
  };

  #answer(method: string, asked: URLSearchParams): object {
    const refusal = (reason: string, code = '40004') => ({ code, sub_code: reason });
    const done = { code: '10000' };
    if (!this.isHonest(asked)) return refusal('isv.invalid-signature', '40002');
    // Written in the time of China, whatever the server's.
    const at = Date.parse(`${asked.get('timestamp')!.replace(' ', 'T')}+08:00`);
    if (!(Math.abs(Date.now() - at) < 5 * 60_000)) return refusal('isv.invalid-timestamp', '40002');
    const content = JSON.parse(asked.get('biz_content')!) as Record<string, string>;
    if (method === 'alipay.data.dataservice.bill.downloadurl.query')
      return this.file === null
        ? refusal('isp.bill_not_exist')
        : { ...done, bill_download_url: `${this.base}/bill` };
    const id = content.out_trade_no!;
    const trade = this.trades.get(id);
    if (!trade) return refusal('ACQ.TRADE_NOT_EXIST');
    if (method === 'alipay.trade.query')
      return {
        ...done,
        out_trade_no: trade.id,
        trade_status: states[trade.state],
        trade_no: this.#number(id),
        total_amount: yuan(trade.total)
      };
    if (method === 'alipay.trade.close') {
      if (trade.state === 'paid') return refusal('ACQ.REASON_TRADE_STATUS_INVALID');
      trade.state = 'closed';
      return done;
    }
    if (trade.state !== 'paid') return refusal('ACQ.TRADE_STATUS_ERROR');
    trade.refunds.add(`${content.out_request_no} ${content.refund_amount}`);
    return done;
  }

  #number(id: string): string {
    if (!this.#numbers.has(id)) this.#numbers.set(id, String(firstNumber + this.#numbers.size));
    return this.#numbers.get(id)!;
  }

  #bill(): Uint8Array {
    const rows = [...this.trades.values()]
      .filter(({ state }) => state === 'paid')
      .flatMap(({ id, total, refunds }) => {
        const row = (kind: string, sign: string) =>
          `${this.#number(id)}\t,${id}\t,${kind}\t,毕业生图像采集费,${sign}${yuan(total)},${sign}${yuan(total)},`;
        return [row('交易', ''), ...(refunds.size ? [row('退款', '-')] : [])];
      });
    return billFile(
      [
        '#支付宝业务明细查询',
        '#账号：[20880001]',
        '#-----业务明细列表-----',
        '支付宝交易号,商户订单号,业务类型,商品名称,订单金额（元）,商家实收（元）,备注',
        ...rows,
        '#-----业务明细列表结束-----',
        '#交易合计：1笔'
      ].join('\r\n')
    );
  }
}

/** The day's file as Alipay packs it: a table of sums and one of trades, in GBK. */
export const billFile = (table: string) =>
  zipSync({
    'a.csv': inGbk('#支付宝业务汇总查询\n门店编号,门店名称,交易订单总笔数\n合计,,2\n'),
    'b.csv': inGbk(table)
  });

let gbk: Map<string, number> | undefined;

/** Text in GBK, which Node only reads: by reading all its characters once. */
function inGbk(text: string): Uint8Array {
  if (!gbk) {
    gbk = new Map();
    const decoder = new TextDecoder('gb18030');
    for (let high = 0x81; high < 0xff; high++)
      for (let low = 0x40; low < 0xff; low++) {
        const sign = decoder.decode(new Uint8Array([high, low]));
        if (!gbk.has(sign)) gbk.set(sign, high * 256 + low);
      }
  }
  return new Uint8Array(
    [...text].flatMap((sign) =>
      sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : [gbk!.get(sign)! >> 8, gbk!.get(sign)! & 255]
    )
  );
}

const sorted = (parameters: URLSearchParams, without: readonly string[]) =>
  [...parameters]
    .filter(([name, value]) => !without.includes(name) && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((entry) => entry.join('='))
    .join('&');

const signedBy = (key: string, content: string, hash = 'sha256') =>
  sign(hash, Buffer.from(content), key).toString('base64');
