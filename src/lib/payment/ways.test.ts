import { expect, it } from 'vitest';
import { paymentWays } from '$lib/api/contracts/payment';
import { waysHere } from './ways';

const wechat = 'Mozilla/5.0 (Linux; Android 14) Mobile MicroMessenger/8.0.50';
const phone = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126 Mobile Safari/537.36';
const laptop = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126 Safari/537.36';

it('offers what works in this browser', () => {
  const here = (agent: string) => waysHere(paymentWays, agent).filter((way) => way.includes('.'));
  expect(here(wechat)).toEqual(['wechat.jsapi']);
  expect(here(phone)).toEqual(['wechat.h5', 'alipay.wap']);
  expect(here(laptop)).toEqual(['wechat.native', 'alipay.page']);
  expect(waysHere(paymentWays, laptop)).toContain('voucher');
});
