import { within } from '$lib/platform/within';
import type { Payer } from './ways';

interface WeixinBridge {
  invoke(name: string, parameters: object, heard: (answer: { err_msg: string }) => void): void;
}

/** By then WeChat has put the bridge into a page, where it is WeChat's. */
const bridgeMs = 1_500;

/** What of paying this browser can do; asked of the browser itself. */
export async function payerHere(): Promise<Payer> {
  const late = Math.max(0, bridgeMs - performance.now());
  const wechat = await within(late, weixin()).then(
    () => true,
    () => false
  );
  return { wechat, phone: matchMedia('(pointer: coarse)').matches };
}

/** Pays inside WeChat's browser; false when the student cancelled or it failed there. */
export async function payInWeChat(parameters: Record<string, string>): Promise<boolean> {
  const bridge = await weixin();
  return new Promise((resolve) =>
    bridge.invoke('getBrandWCPayRequest', parameters, ({ err_msg: message }) =>
      resolve(message === 'get_brand_wcpay_request:ok')
    )
  );
}

/** WeChat puts the bridge in some time after the page has started. */
function weixin(): Promise<WeixinBridge> {
  const found = () => (window as { WeixinJSBridge?: WeixinBridge }).WeixinJSBridge;
  const bridge = found();
  if (bridge) return Promise.resolve(bridge);
  return new Promise((resolve) =>
    document.addEventListener('WeixinJSBridgeReady', () => resolve(found()!), { once: true })
  );
}
