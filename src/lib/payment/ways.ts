import type { PaymentWay } from '$lib/api/contracts/payment';

/** The ways that work in a browser: inside WeChat its own, on a phone those that open an app, else codes and pages. */
export function waysHere(ways: readonly PaymentWay[], userAgent: string): PaymentWay[] {
  const inWeChat = /MicroMessenger/i.test(userAgent);
  const phone = /Mobile|Android|iPhone/i.test(userAgent);
  return ways.filter((way) => {
    if (way === 'wechat.jsapi') return inWeChat;
    if (way === 'wechat.h5' || way === 'alipay.wap') return phone && !inWeChat;
    if (way === 'wechat.native' || way === 'alipay.page') return !phone;
    return true;
  });
}
