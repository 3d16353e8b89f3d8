/** Emulators of the payment providers: payments, callbacks, late, repeated and forged ones. */
import { vi } from 'vitest';
import type { PaymentWay } from '$lib/api/contracts/payment';
import type { PaymentDriver } from '../payment/driver';
import { alipayDriver } from '../payment/drivers/alipay';
import { sandboxDriver, SandboxProvider } from '../payment/drivers/sandbox';
import { weChatDriver } from '../payment/drivers/wechat';
import { AlipayEmulator } from './alipay';
import { keyPair, serveGateway, type Callback, type Trade } from './gateway';
import { WeChatPayEmulator } from './wechat-pay';

const origin = 'https://photo.example.edu.cn';

/** A provider as its payers meet it. */
export interface PaymentEmulator {
  driver: PaymentDriver;
  way: PaymentWay;
  find(id: string): { state: 'open' | 'paid' | 'closed'; refunded: boolean } | undefined;
  /** False where there is nothing to pay any more. */
  pay(id: string): boolean;
  notice(id: string, changes?: { amountFen?: number }): Callback;
  /** Callbacks that must not be believed. */
  forged(id: string, seed: number): Callback[];
  /** Sets the clock of those who know only the system's, as SDKs do. */
  tick?(ms: number): void;
}

function sandboxTill(clock: () => number): PaymentEmulator {
  const provider = new SandboxProvider(undefined, clock);
  return {
    driver: sandboxDriver(provider),
    way: 'sandbox',
    find: (id) => provider.find(id),
    pay: (id) => provider.pay(id),
    notice: (id, changes) => provider.notice(id, changes),
    forged(id, seed) {
      const body = JSON.stringify({
        event: `forged:${seed}`,
        order: id,
        transactionId: 'x',
        amountFen: 1500
      });
      // Another's key; a real signature over another text; a real signature from long ago.
      return [
        new SandboxProvider(undefined, clock).sign(body),
        { headers: provider.sign('{}').headers, body },
        new SandboxProvider(provider.key, () => clock() - 6 * 60_000).sign(body)
      ];
    }
  };
}

const found = (trade: Trade | undefined) => trade && { state: trade.state, refunded: trade.refunds.size > 0 };

/** A gateway's emulator, and the driver that speaks to it. */
const gatewayTill = (
  gateway: WeChatPayEmulator | AlipayEmulator,
  driver: PaymentDriver,
  way: PaymentWay
): PaymentEmulator => ({
  driver,
  way,
  find: (id) => found(gateway.trades.get(id)),
  pay: (id) => gateway.pay(id),
  notice: (id, changes) => gateway.notice(id, changes),
  forged: (id) => gateway.forged(id),
  tick: (ms) => vi.setSystemTime(ms)
});

const weChatTill = (gateway: WeChatPayEmulator) =>
  gatewayTill(gateway, weChatDriver(gateway.settings(), origin), 'wechat.native');

function alipayTill(gateway: AlipayEmulator): PaymentEmulator {
  const driver = alipayDriver(gateway.settings(), origin);
  return gatewayTill(
    gateway,
    {
      ...driver,
      // The student's browser follows.
      async begin(...order) {
        const action = await driver.begin(...order);
        if (action.kind === 'redirect') gateway.visit(action.url);
        return action;
      }
    },
    'alipay.wap'
  );
}

const keys = { ours: keyPair(), theirs: keyPair(), strangers: keyPair() };

/** Each group meets a gateway of its own, where it is a real one's emulator, with this server's doors. */
export const paymentEmulators: Record<
  'sandbox' | 'wechat' | 'alipay',
  () => Promise<{ open: (clock: () => number) => PaymentEmulator; stop(): void }>
> = {
  sandbox: () => Promise.resolve({ open: sandboxTill, stop: () => {} }),
  wechat: async () => {
    const gateway = new WeChatPayEmulator(keys);
    const { base, stop } = await serveGateway(gateway.handle);
    gateway.base = base;
    return { open: () => weChatTill(gateway), stop };
  },
  alipay: async () => {
    const gateway = new AlipayEmulator(keys);
    const { base, stop } = await serveGateway(gateway.handle);
    gateway.base = base;
    return { open: () => alipayTill(gateway), stop };
  }
};
