interface WeixinBridge {
  invoke(name: string, parameters: object, heard: (answer: { err_msg: string }) => void): void;
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
