import { expect, it } from 'vitest';
import { paymentWays } from '$lib/api/contracts/payment';
import { waysFor } from './ways';

it('offers what works in this browser', () => {
  const here = (wechat: boolean, phone: boolean) =>
    waysFor(paymentWays, { wechat, phone }).filter((way) => way.includes('.'));
  expect(here(true, true)).toEqual(['wechat.jsapi']);
  // WeChat's window on a computer.
  expect(here(true, false)).toEqual(['wechat.jsapi']);
  expect(here(false, true)).toEqual(['wechat.h5', 'alipay.wap']);
  expect(here(false, false)).toEqual(['wechat.native', 'alipay.page']);
  expect(waysFor(paymentWays, { wechat: false, phone: false })).toContain('voucher');
});
