/** Both gateways against emulators of their published protocols, which check every signature they are sent. */
import { verify } from 'node:crypto';
import { inspect } from 'node:util';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AlipayEmulator, billFile } from '../../testing/alipay';
import {
  keyPair,
  serveGateway,
  type Asked,
  type Answered,
  type Callback,
  type Trade
} from '../../testing/gateway';
import { WeChatPayEmulator } from '../../testing/wechat-pay';
import type { OrderFacts, PaymentDriver } from '../driver';
import { alipayDriver } from './alipay';
import { weChatDriver } from './wechat';

const keys = { ours: keyPair(), theirs: keyPair(), strangers: keyPair() };
const { ours, theirs, strangers } = keys;
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

let server: Awaited<ReturnType<typeof serveGateway>>;
let handle: (asked: Asked) => Answered;

beforeEach(async () => {
  // Everything here shares one clock, the SDKs too.
  vi.setSystemTime('2026-06-01T00:00:00Z');
  server = await serveGateway((asked) => handle(asked));
});
afterEach(() => {
  server.stop();
  vi.useRealTimers();
});
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe('WeChat Pay', () => {
  let gateway: WeChatPayEmulator;
  let driver: PaymentDriver;

  beforeEach(() => {
    gateway = new WeChatPayEmulator(keys);
    gateway.base = server.base;
    ({ handle } = gateway);
    driver = weChatDriver(gateway.settings(), origin);
  });

  it('opens an order in each way, the same again when asked again', async () => {
    expect(await driver.begin(order(), payer)).toEqual({ kind: 'code', text: 'weixin://wxpay/1' });
    expect(await driver.begin(order(), payer)).toEqual({ kind: 'code', text: 'weixin://wxpay/1' });
    expect(gateway.trades.size).toBe(1);
    expect(gateway.asked[0]!.content).toMatchObject({
      amount: { total: 1505, currency: 'CNY' },
      time_expire: '2026-06-01T00:15:00+00:00'
    });
    const h5 = await driver.begin(order({ way: 'wechat.h5', id: 'b'.repeat(32) }), payer);
    expect(h5).toMatchObject({
      kind: 'redirect',
      url: expect.stringContaining('redirect_url=https%3A%2F%2Fphoto') as string
    });
    expect(gateway.asked[2]!.content).toMatchObject({ scene_info: { payer_client_ip: payer.address } });
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
    gateway.pay(order().id);
    const heard = (given: Callback) => driver.callback(given.headers, given.body);
    const good = gateway.notice(order().id);
    expect(await heard(good)).toEqual({
      eventId: `EV-${order().id}`,
      orderId: order().id,
      payment: { transactionId: `42${'a'.repeat(26)}`, amountFen: 1505 }
    });
    expect((await heard(gateway.notice(order().id, { amountFen: 1 }))).payment?.amountFen).toBe(1);
    const forged = 'ForgedCallback';
    expect(await failure(heard(gateway.notice(order().id, { key: strangers.privateKey })))).toBe(forged);
    expect(await failure(heard(gateway.notice(order().id, { at: Date.now() - 6 * 60_000 })))).toBe(forged);
    expect(await failure(heard(gateway.notice(order().id, { seal: 'x'.repeat(32) })))).toBe(forged);
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
    gateway.pay(order().id);
    const payment = { transactionId: `42${'a'.repeat(26)}`, amountFen: 1505 };
    gateway.spoil = (headers) => ({
      ...headers,
      'wechatpay-signature': Buffer.from('no').toString('base64')
    });
    expect(await failure(driver.query(order()))).toBe('unsigned');
    const jsapi = driver.begin(order({ way: 'wechat.jsapi', id: 'd'.repeat(32) }), {
      ...payer,
      openid: 'o1'
    });
    expect(await inFull(jsapi)).not.toMatch(/o1|KEY-----|WECHATPAY2/);
    gateway.spoil = (headers) => ({ ...headers, 'wechatpay-serial': 'PUB_KEY_ID_2' });
    expect(await failure(driver.query(order()))).toBe('unsigned');
    gateway.spoil = () => ({});
    expect(await failure(driver.query(order()))).toBe('unsigned');
    gateway.spoil = (headers) => headers;
    gateway.age = 6 * 60_000;
    expect(await failure(driver.query(order()))).toBe('unsigned');
    gateway.age = 0;
    for (const told of [{ out_trade_no: 'e'.repeat(32) }, { mchid: '1900000002' }, { appid: 'wx2' }]) {
      gateway.told = told;
      expect(await failure(driver.query(order()))).toBe('another order');
      expect(await failure(driver.close(order()))).toBe('another order');
    }
    gateway.told = { amount: { total: 1505, currency: 'USD' } };
    expect(await failure(driver.query(order()))).toBe('another currency');
    gateway.told = {};
    expect(await driver.query(order())).toEqual({ state: 'paid', payment });
    expect(await driver.close(order())).toEqual({ state: 'paid', payment });
    expect(await driver.refund(order())).toBe('underway');
    expect(await driver.refund(order())).toBe('done');
    expect([...gateway.trades.get(order().id)!.refunds]).toEqual([`${order().id}r`]);
    const line = { orderId: order().id, amountFen: 1505, transactionId: payment.transactionId };
    expect(await driver.bill('2026-06-01')).toEqual([
      { ...line, kind: 'payment' },
      { ...line, kind: 'refund' }
    ]);
    const stranger = weChatDriver({ ...gateway.settings(), privateKey: strangers.privateKey }, origin);
    expect(await failure(stranger.query(order()))).toBe('SIGN_ERROR');
    server.stop();
    expect(await failure(driver.query(order()))).toBe('unreachable');
  });
});

describe('Alipay', () => {
  let gateway: AlipayEmulator;
  let driver: PaymentDriver;

  beforeEach(() => {
    gateway = new AlipayEmulator(keys);
    gateway.base = server.base;
    gateway.file = null;
    ({ handle } = gateway);
    driver = alipayDriver(gateway.settings(), origin);
  });
  const notice = (part: Record<string, string> = {}, key = theirs.privateKey, kind = 'RSA2') =>
    gateway.notice(order().id, { amountFen: 1505, part: { notify_id: 'n1', ...part }, key, kind }).body;

  it.each([
    ['alipay.wap', 'alipay.trade.wap.pay', 'QUICK_WAP_WAY'],
    ['alipay.page', 'alipay.trade.page.pay', 'FAST_INSTANT_TRADE_PAY']
  ] as const)('leads to the signed page of %s', async (way, method, product) => {
    const action = await driver.begin(order({ way }), payer);
    if (action.kind !== 'redirect') throw new Error('no page');
    const asked = new URL(action.url).searchParams;
    expect(gateway.isHonest(asked)).toBe(true);
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
    gateway.trades.set(trade.id, trade);
    expect(await driver.query(order())).toEqual({ state: 'open' });
    trade.id = 'e'.repeat(32);
    expect(await failure(driver.query(order()))).toBe('another order');
    trade.id = order().id;
    trade.state = 'paid';
    const payment = { transactionId: '2026060122001', amountFen: 1505 };
    expect(await driver.query(order())).toEqual({ state: 'paid', payment });
    expect(await driver.close(order())).toEqual({ state: 'paid', payment });
    expect(await driver.refund(order())).toBe('done');
    expect(await driver.refund(order())).toBe('done');
    expect([...trade.refunds]).toEqual([`${order().id}r 15.05`]);
    const stranger = { code: '10000', trade_status: 'TRADE_SUCCESS', trade_no: '1', total_amount: '0.01' };
    gateway.tail = `,"alipay_trade_query_response":${JSON.stringify(stranger)}`;
    expect(await failure(driver.query(order()))).toBe('unsigned');
    gateway.tail = '';
    gateway.liar = true;
    expect(await failure(driver.query(order()))).toBe('unsigned');
    expect(await inFull(driver.query(order()))).not.toContain(payment.transactionId);
    server.stop();
    expect(await failure(driver.query(order()))).toBe('unreachable');
  });

  it('reads the day’s file: two tables in GBK, of which one holds the trades', async () => {
    expect(await driver.bill('2026-06-01')).toEqual([]);
    const id = order().id;
    const trades = `#支付宝业务明细查询\r\n#账号：[20880001]\r\n#-----业务明细列表-----
支付宝交易号,商户订单号,业务类型,商品名称,订单金额（元）,商家实收（元）,备注
2026060122001\t,${id}\t,交易\t,毕业生图像采集费,15.05,15.00,
2026060122001\t,${id}\t,退款\t,毕业生图像采集费,-15.05,-15.00,#1
#-----业务明细列表结束-----\r\n#交易合计：1笔`;
    gateway.file = billFile(trades);
    const line = { orderId: id, amountFen: 1505, transactionId: '2026060122001' };
    expect(await driver.bill('2026-06-01')).toEqual([
      { ...line, kind: 'payment' },
      { ...line, kind: 'refund' }
    ]);
    gateway.file = zipSync({ 'a.csv': strToU8('no table') });
    expect(await failure(driver.bill('2026-06-01'))).toBe('damaged file');
    gateway.file = strToU8('no file');
    expect(await failure(driver.bill('2026-06-01'))).toBe('damaged file');
  });
});
