/** Both gateways against emulators of their published protocols, which check every signature they are sent. */
import {
  createCipheriv,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify
} from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OrderFacts, PaymentDriver } from '../driver';
import { alipayDriver } from './alipay';
import { weChatDriver } from './wechat';

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
  });
const [ours, theirs, strangers] = [pair(), pair(), pair()];
const origin = 'https://photo.example.edu.cn';
const payer = { address: '203.0.113.7', campaign: 'default' };
const order = (part: Partial<OrderFacts> = {}): OrderFacts => ({
  id: 'a'.repeat(32),
  way: 'wechat.native',
  amountFen: 1505,
  createdAt: '2026-06-01T00:00:00.000Z',
  expiresAt: '2026-06-01T00:15:00.000Z',
  transactionId: null,
  ...part
});
const failure = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: Error & { code?: string }) => error.code ?? error.name
  );
/** All that a log could write of a failure. */
const inFull = (work: Promise<unknown>) =>
  work.then(
    () => '',
    (error) => inspect(error, { depth: null, showHidden: true })
  );

interface Trade {
  id: string;
  total: number;
  state: 'open' | 'paid' | 'closed';
  refunds: Set<string>;
}
let trades: Map<string, Trade>;
let server: Server;
let base: string;
let handle: (request: { method: string; url: URL; headers: Headers; body: string }) => {
  status: number;
  body: string | Uint8Array;
  headers?: Record<string, string>;
};

beforeEach(async () => {
  trades = new Map();
  // Everything here shares one clock, the SDKs too.
  vi.setSystemTime('2026-06-01T00:00:00Z');
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const headers = new Headers(request.headers as Record<string, string>);
      const url = new URL(request.url!, base);
      const body = Buffer.concat(parts).toString();
      const answer = handle({ method: request.method!, url, headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  vi.useRealTimers();
});
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

const pay = (id: string) => Object.assign(trades.get(id)!, { state: 'paid' });

describe('WeChat Pay', () => {
  const apiKey = 'k'.repeat(32);
  const settings = () => ({
    appId: 'wx1',
    merchantId: '1900000001',
    serial: 'SERIAL1',
    privateKey: ours.privateKey,
    platformKey: theirs.publicKey,
    platformKeyId: 'PUB_KEY_ID_1',
    apiKey,
    api: base
  });
  let driver: PaymentDriver;
  let asked: { path: string; content: Record<string, unknown> }[];
  let spoil: (headers: Record<string, string>) => Record<string, string>;
  /** How long ago answers were signed, ms. */
  let age: number;

  function signedHeaders(body: string, key = theirs.privateKey, at = Date.now()): Record<string, string> {
    const timestamp = String(Math.floor(at / 1000));
    const nonce = randomBytes(8).toString('hex');
    const signature = sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), key).toString(
      'base64'
    );
    return {
      'wechatpay-timestamp': timestamp,
      'wechatpay-nonce': nonce,
      'wechatpay-signature': signature,
      'wechatpay-serial': 'PUB_KEY_ID_1'
    };
  }
  const transaction = ({ id, total, state, refunds }: Trade) => ({
    appid: 'wx1',
    mchid: '1900000001',
    out_trade_no: id,
    trade_state: refunds.size ? 'REFUND' : { open: 'NOTPAY', paid: 'SUCCESS', closed: 'CLOSED' }[state],
    ...(state === 'paid' && { transaction_id: `42${id.slice(0, 26)}`, amount: { total } })
  });
  /** A callback as published: the resource sealed with AES-256-GCM, the whole signed. */
  function notice(id: string, { key = theirs.privateKey, at = Date.now(), seal = apiKey, total = 0 } = {}) {
    const trade = trades.get(id)!;
    const nonce = randomBytes(6).toString('hex');
    const cipher = createCipheriv('aes-256-gcm', seal, nonce);
    cipher.setAAD(Buffer.from('transaction'));
    const content = JSON.stringify(transaction({ ...trade, ...(total && { total }) }));
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
  const bill = () => {
    const rows = [...trades.values()]
      .filter(({ state }) => state === 'paid')
      .flatMap(({ id, total, refunds }) => {
        const row = (state: string, refund: string) =>
          [`42${id.slice(0, 26)}`, id, state, (total / 100).toFixed(2), refund]
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
  };

  beforeEach(() => {
    asked = [];
    spoil = (headers) => headers;
    age = 0;
    driver = weChatDriver(settings(), origin);
    handle = ({ method, url, headers, body }) => {
      const [, token = ''] =
        /^WECHATPAY2-SHA256-RSA2048 (.+)$/.exec(headers.get('authorization') ?? '') ?? [];
      const {
        mchid,
        nonce_str: nonce,
        timestamp,
        serial_no: serial,
        signature
      } = Object.fromEntries(
        [...token.matchAll(/(\w+)="(.+?)"/g)].map(([, name, value]) => [name, value])
      ) as Record<string, string | undefined>;
      const text = Buffer.from(`${method}\n${url.pathname}${url.search}\n${timestamp}\n${nonce}\n${body}\n`);
      const honest =
        mchid === '1900000001' &&
        serial === 'SERIAL1' &&
        headers.get('wechatpay-serial') === 'PUB_KEY_ID_1' &&
        Math.abs(Date.now() / 1000 - Number(timestamp)) < 300 &&
        verify('sha256', text, createPublicKey(ours.publicKey), Buffer.from(signature ?? '', 'base64'));
      const answer = (status: number, content?: object) => {
        const written = content ? JSON.stringify(content) : '';
        return {
          status,
          body: written,
          headers: spoil(signedHeaders(written, theirs.privateKey, Date.now() - age))
        };
      };
      if (!honest) return answer(401, { code: 'SIGN_ERROR' });
      const content = body ? (JSON.parse(body) as Record<string, unknown>) : {};
      asked.push({ path: url.pathname, content });
      const made = /^\/v3\/pay\/transactions\/(jsapi|h5|native)$/.exec(url.pathname)?.[1] as
        'jsapi' | 'h5' | 'native' | undefined;
      if (made) {
        const id = content.out_trade_no as string;
        const total = (content.amount as { total: number }).total;
        if (trades.get(id)?.state === 'closed') return answer(400, { code: 'ORDER_CLOSED' });
        if (!trades.has(id)) trades.set(id, { id, total, state: 'open', refunds: new Set() });
        return answer(
          200,
          {
            jsapi: { prepay_id: 'wx-p' },
            h5: { h5_url: 'https://wx.tenpay.com/h5?prepay_id=1' },
            native: { code_url: 'weixin://wxpay/1' }
          }[made]
        );
      }
      const one = /^\/v3\/pay\/transactions\/out-trade-no\/([0-9a-f]{32})(\/close)?$/.exec(url.pathname);
      if (one) {
        const trade = trades.get(one[1]!);
        if (!trade) return answer(404, { code: 'ORDER_NOT_EXIST' });
        if (!one[2]) return answer(200, transaction(trade));
        if (trade.state === 'paid') return answer(400, { code: 'ORDERPAID' });
        trade.state = 'closed';
        return answer(204);
      }
      if (url.pathname === '/v3/refund/domestic/refunds') {
        const trade = trades.get(content.out_trade_no as string);
        if (trade?.state !== 'paid') return answer(404, { code: 'RESOURCE_NOT_EXISTS' });
        const first = !trade.refunds.size;
        trade.refunds.add(content.out_refund_no as string);
        return answer(200, { status: first ? 'PROCESSING' : 'SUCCESS' });
      }
      if (url.pathname === '/v3/bill/tradebill') {
        const hash = createHash('sha1').update(bill()).digest('hex');
        return answer(200, {
          hash_type: 'SHA1',
          hash_value: hash,
          download_url: `${base}/v3/billdownload/file?token=1`
        });
      }
      return url.pathname === '/v3/billdownload/file'
        ? { status: 200, body: bill() }
        : answer(404, { code: 'NOT_FOUND' });
    };
  });

  it('opens an order in each way, the same again when asked again', async () => {
    expect(await driver.begin(order(), payer)).toEqual({ kind: 'code', text: 'weixin://wxpay/1' });
    expect(await driver.begin(order(), payer)).toEqual({ kind: 'code', text: 'weixin://wxpay/1' });
    expect(trades.size).toBe(1);
    expect(asked[0]!.content).toMatchObject({
      amount: { total: 1505, currency: 'CNY' },
      time_expire: '2026-06-01T00:15:00+00:00'
    });
    const h5 = await driver.begin(order({ way: 'wechat.h5', id: 'b'.repeat(32) }), payer);
    expect(h5).toMatchObject({
      kind: 'redirect',
      url: expect.stringContaining('redirect_url=https%3A%2F%2Fphoto') as string
    });
    expect(asked[2]!.content).toMatchObject({ scene_info: { payer_client_ip: payer.address } });
    const jsapi = order({ way: 'wechat.jsapi', id: 'c'.repeat(32) });
    expect(await failure(driver.begin(jsapi, payer))).toBe('no openid');
    const bridge = await driver.begin(jsapi, { ...payer, openid: 'o1' });
    if (bridge.kind !== 'bridge') throw new Error('no bridge');
    const { appId, timeStamp, nonceStr, package: prepay, paySign } = bridge.parameters;
    const text = Buffer.from(`${appId}\n${timeStamp}\n${nonceStr}\n${prepay}\n`);
    expect(verify('sha256', text, ours.publicKey, Buffer.from(paySign!, 'base64'))).toBe(true);
  });

  it('believes only callbacks that WeChat Pay signed just now and sealed for this merchant', async () => {
    await driver.begin(order(), payer);
    pay(order().id);
    const heard = (given: { headers: Headers; body: string }) => driver.callback(given.headers, given.body);
    const good = notice(order().id);
    expect(await heard(good)).toEqual({
      eventId: `EV-${order().id}`,
      orderId: order().id,
      payment: { transactionId: `42${'a'.repeat(26)}`, amountFen: 1505 }
    });
    expect((await heard(notice(order().id, { total: 1 }))).payment?.amountFen).toBe(1);
    const forged = 'ForgedCallback';
    expect(await failure(heard(notice(order().id, { key: strangers.privateKey })))).toBe(forged);
    expect(await failure(heard(notice(order().id, { at: Date.now() - 6 * 60_000 })))).toBe(forged);
    expect(await failure(heard(notice(order().id, { seal: 'x'.repeat(32) })))).toBe(forged);
    expect(await failure(heard({ headers: good.headers, body: good.body.replace('EV-', 'EX-') }))).toBe(
      forged
    );
    expect(await failure(heard({ headers: new Headers(), body: good.body }))).toBe(forged);
    later(6 * 60_000);
    expect(await failure(heard(good))).toBe(forged);
    expect(driver.acknowledge(true).status).toBe(204);
    expect(driver.acknowledge(false).status).toBe(401);
  });

  it('asks, closes and gives back, and trusts no answer that is not signed', async () => {
    expect(await driver.query(order())).toEqual({ state: 'unknown' });
    expect(await driver.close(order())).toEqual({ state: 'closed' });
    await driver.begin(order(), payer);
    expect(await driver.query(order())).toEqual({ state: 'open' });
    pay(order().id);
    const payment = { transactionId: `42${'a'.repeat(26)}`, amountFen: 1505 };
    spoil = (headers) => ({ ...headers, 'wechatpay-signature': Buffer.from('no').toString('base64') });
    expect(await failure(driver.query(order()))).toBe('unsigned');
    const jsapi = driver.begin(order({ way: 'wechat.jsapi', id: 'd'.repeat(32) }), {
      ...payer,
      openid: 'o1'
    });
    expect(await inFull(jsapi)).not.toMatch(/o1|KEY-----|WECHATPAY2/);
    spoil = (headers) => ({ ...headers, 'wechatpay-serial': 'PUB_KEY_ID_2' });
    expect(await failure(driver.query(order()))).toBe('unsigned');
    spoil = () => ({});
    expect(await failure(driver.query(order()))).toBe('unsigned');
    spoil = (headers) => headers;
    age = 6 * 60_000;
    expect(await failure(driver.query(order()))).toBe('unsigned');
    age = 0;
    expect(await driver.query(order())).toEqual({ state: 'paid', payment });
    expect(await driver.close(order())).toEqual({ state: 'paid', payment });
    expect(await driver.refund(order())).toBe('underway');
    expect(await driver.refund(order())).toBe('done');
    expect([...trades.get(order().id)!.refunds]).toEqual([`${order().id}r`]);
    const line = { orderId: order().id, amountFen: 1505, transactionId: payment.transactionId };
    expect(await driver.bill('2026-06-01')).toEqual([
      { ...line, kind: 'payment' },
      { ...line, kind: 'refund' }
    ]);
    const stranger = weChatDriver({ ...settings(), privateKey: strangers.privateKey }, origin);
    expect(await failure(stranger.query(order()))).toBe('SIGN_ERROR');
    server.closeAllConnections();
    server.close();
    expect(await failure(driver.query(order()))).toBe('unreachable');
  });
});

describe('Alipay', () => {
  let driver: PaymentDriver;
  let liar = false;
  /** What a stranger wrote after an honest answer. */
  let tail = '';
  let bill: Uint8Array | null = null;
  const text = (parameters: URLSearchParams, without: readonly string[]) =>
    [...parameters]
      .filter(([name, value]) => !without.includes(name) && value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((entry) => entry.join('='))
      .join('&');
  const signedBy = (key: string, content: string, hash = 'sha256') =>
    sign(hash, Buffer.from(content), key).toString('base64');
  const honest = (parameters: URLSearchParams) =>
    verify(
      'sha256',
      Buffer.from(text(parameters, ['sign'])),
      ours.publicKey,
      Buffer.from(parameters.get('sign') ?? '', 'base64')
    );
  const states = { open: 'WAIT_BUYER_PAY', paid: 'TRADE_SUCCESS', closed: 'TRADE_CLOSED' };

  /** A callback as published: a form, signed over its parameters in order. */
  function notice(part: Record<string, string> = {}, key = theirs.privateKey, kind = 'RSA2') {
    const form = new URLSearchParams({
      notify_id: 'n1',
      app_id: '2021000001',
      out_trade_no: order().id,
      trade_no: '2026060122001',
      trade_status: 'TRADE_SUCCESS',
      total_amount: '15.05',
      subject: '毕业生 & 图像',
      ...part
    });
    form.set('sign', signedBy(key, text(form, []), kind === 'RSA' ? 'sha1' : 'sha256'));
    form.set('sign_type', kind);
    return form.toString();
  }

  beforeEach(() => {
    liar = false;
    tail = '';
    bill = null;
    driver = alipayDriver(
      {
        appId: '2021000001',
        privateKey: ours.privateKey,
        alipayKey: theirs.publicKey,
        gateway: `${base}/gateway.do`
      },
      origin
    );
    handle = ({ url, body }) => {
      if (url.pathname === '/bill') return { status: 200, body: bill! };
      const asked = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body)]);
      const method = asked.get('method')!;
      const content = JSON.parse(asked.get('biz_content')!) as Record<string, string>;
      const trade = trades.get(content.out_trade_no!);
      let answer: object = { code: '10000' };
      if (!honest(asked)) answer = { code: '40002', sub_code: 'isv.invalid-signature' };
      else if (asked.get('timestamp') !== '2026-06-01 08:00:00')
        answer = { code: '40002', sub_code: 'isv.invalid-timestamp' };
      else if (method === 'alipay.data.dataservice.bill.downloadurl.query')
        answer = bill
          ? { code: '10000', bill_download_url: `${base}/bill` }
          : { code: '40004', sub_code: 'isp.bill_not_exist' };
      else if (!trade) answer = { code: '40004', sub_code: 'ACQ.TRADE_NOT_EXIST' };
      else if (method === 'alipay.trade.query')
        answer = {
          code: '10000',
          trade_status: states[trade.state],
          trade_no: '2026060122001',
          total_amount: '15.05'
        };
      else if (method === 'alipay.trade.close') {
        if (trade.state === 'paid') answer = { code: '40004', sub_code: 'ACQ.REASON_TRADE_STATUS_INVALID' };
        else trade.state = 'closed';
      } else trade.refunds.add(`${content.out_request_no} ${content.refund_amount}`);
      const written = JSON.stringify(answer);
      const signature = signedBy(liar ? strangers.privateKey : theirs.privateKey, written);
      return {
        status: 200,
        body: `{"${method.replaceAll('.', '_')}_response":${written},"sign":"${signature}"${tail}}`
      };
    };
  });

  it.each([
    ['alipay.wap', 'alipay.trade.wap.pay', 'QUICK_WAP_WAY'],
    ['alipay.page', 'alipay.trade.page.pay', 'FAST_INSTANT_TRADE_PAY']
  ] as const)('leads to the signed page of %s', async (way, method, product) => {
    const action = await driver.begin(order({ way }), payer);
    if (action.kind !== 'redirect') throw new Error('no page');
    const asked = new URL(action.url).searchParams;
    expect(honest(asked)).toBe(true);
    expect(asked.get('method')).toBe(method);
    expect(asked.get('timestamp')).toBe('2026-06-01 08:00:00');
    expect(asked.get('notify_url')).toBe(`${origin}/api/v1/payments/callbacks/alipay`);
    expect(JSON.parse(asked.get('biz_content')!)).toMatchObject({
      total_amount: '15.05',
      product_code: product,
      time_expire: '2026-06-01 08:15:00'
    });
  });

  it('believes only callbacks that Alipay signed for this application', async () => {
    const heard = (body: string) => driver.callback(new Headers(), body);
    expect(await heard(notice())).toEqual({
      eventId: 'n1',
      orderId: order().id,
      payment: { transactionId: '2026060122001', amountFen: 1505 }
    });
    expect((await heard(notice({ trade_status: 'WAIT_BUYER_PAY' }))).payment).toBeNull();
    expect((await heard(notice({ total_amount: '15.050' }))).payment?.amountFen).toBeNaN();
    expect(await failure(heard(notice({}, strangers.privateKey)))).toBe('ForgedCallback');
    expect(await failure(heard(notice({ app_id: 'another' })))).toBe('ForgedCallback');
    expect(await failure(heard(notice().replace('15.05', '15.06')))).toBe('ForgedCallback');
    expect(await failure(heard(''))).toBe('ForgedCallback');
    for (const kind of ['', 'RSA', 'none'])
      expect(await failure(heard(notice({}, theirs.privateKey, kind)))).toBe('ForgedCallback');
    expect(await driver.acknowledge(true).text()).toBe('success');
  });

  it('asks, closes and gives back, and trusts no answer that is not signed', async () => {
    expect(await driver.query(order())).toEqual({ state: 'unknown' });
    expect(await driver.close(order())).toEqual({ state: 'closed' });
    const trade: Trade = { id: order().id, total: 1505, state: 'open', refunds: new Set() };
    trades.set(trade.id, trade);
    expect(await driver.query(order())).toEqual({ state: 'open' });
    trade.state = 'paid';
    const payment = { transactionId: '2026060122001', amountFen: 1505 };
    expect(await driver.query(order())).toEqual({ state: 'paid', payment });
    expect(await driver.close(order())).toEqual({ state: 'paid', payment });
    expect(await driver.refund(order())).toBe('done');
    expect(await driver.refund(order())).toBe('done');
    expect([...trade.refunds]).toEqual([`${order().id}r 15.05`]);
    const stranger = { code: '10000', trade_status: 'TRADE_SUCCESS', trade_no: '1', total_amount: '0.01' };
    tail = `,"alipay_trade_query_response":${JSON.stringify(stranger)}`;
    expect(await failure(driver.query(order()))).toBe('unsigned');
    tail = '';
    liar = true;
    expect(await failure(driver.query(order()))).toBe('unsigned');
    expect(await inFull(driver.query(order()))).not.toContain(payment.transactionId);
    server.closeAllConnections();
    server.close();
    expect(await failure(driver.query(order()))).toBe('unreachable');
  });

  it('reads the day’s file: two tables in GBK, of which one holds the trades', async () => {
    expect(await driver.bill('2026-06-01')).toEqual([]);
    const gbk: Record<string, number> = {};
    const decoder = new TextDecoder('gb18030');
    for (let high = 0x81; high < 0xff; high++)
      for (let low = 0x40; low < 0xff; low++)
        gbk[decoder.decode(new Uint8Array([high, low]))] ??= high * 256 + low;
    const written = (text: string) =>
      new Uint8Array(
        [...text].flatMap((sign) =>
          sign.charCodeAt(0) < 128 ? [sign.charCodeAt(0)] : [gbk[sign]! >> 8, gbk[sign]! & 255]
        )
      );
    const id = order().id;
    const trades = `#支付宝业务明细查询\r\n#账号：[20880001]\r\n#-----业务明细列表-----
支付宝交易号,商户订单号,业务类型,商品名称,订单金额（元）,商家实收（元）,备注
2026060122001\t,${id}\t,交易\t,毕业生图像采集费,15.05,15.00,
2026060122001\t,${id}\t,退款\t,毕业生图像采集费,-15.05,-15.00,#1
#-----业务明细列表结束-----\r\n#交易合计：1笔`;
    bill = zipSync({
      'a.csv': written('#支付宝业务汇总查询\n门店编号,门店名称,交易订单总笔数\n合计,,2\n'),
      'b.csv': written(trades)
    });
    const line = { orderId: id, amountFen: 1505, transactionId: '2026060122001' };
    expect(await driver.bill('2026-06-01')).toEqual([
      { ...line, kind: 'payment' },
      { ...line, kind: 'refund' }
    ]);
    bill = zipSync({ 'a.csv': strToU8('no table') });
    expect(await failure(driver.bill('2026-06-01'))).toBe('damaged file');
    bill = strToU8('no file');
    expect(await failure(driver.bill('2026-06-01'))).toBe('damaged file');
  });
});
