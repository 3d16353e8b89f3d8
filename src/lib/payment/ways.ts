import type { PaymentWay } from '$lib/api/contracts/payment';

/** What of paying this browser can do. */
export interface Payer {
  /** Inside WeChat, which pays by its bridge alone. */
  wechat: boolean;
  /** Held in the hand, and so with the apps that take the money on it. */
  phone: boolean;
}

/** The ways that work in a browser: inside WeChat its own, on a phone those that open an app, else codes and pages. */
export const waysFor = (ways: readonly PaymentWay[], { wechat, phone }: Payer): PaymentWay[] =>
  ways.filter((way) => {
    if (way === 'wechat.jsapi') return wechat;
    if (way === 'wechat.h5' || way === 'alipay.wap') return phone && !wechat;
    if (way === 'wechat.native' || way === 'alipay.page') return !phone && !wechat;
    return true;
  });
