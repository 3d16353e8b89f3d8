import { readFileSync } from 'node:fs';
import { ConfigError } from '../../config-error';
import { ConfiguredDrivers, type Off, type Settings } from '../../configured-drivers';
import type { SqlDatabase } from '../../store/sql';
import type { PaymentDriver } from '../driver';
import { freeDriver, voucherDriver } from './embedded';
import { sandboxDriver, SandboxProvider } from './sandbox';

export interface Drivers {
  on: PaymentDriver[];
  off: Off[];
  /** Null while the sandbox is off. */
  sandbox: SandboxProvider | null;
}

const weChatNames = [
  'GRADFRAME_WECHAT_APPID',
  'GRADFRAME_WECHAT_PAY_MERCHANT',
  'GRADFRAME_WECHAT_PAY_SERIAL',
  'GRADFRAME_WECHAT_PAY_KEY_FILE',
  'GRADFRAME_WECHAT_PAY_PLATFORM_KEY_FILE',
  'GRADFRAME_WECHAT_PAY_PLATFORM_KEY_ID',
  'GRADFRAME_WECHAT_PAY_API_KEY'
] as const;
const alipayNames = [
  'GRADFRAME_ALIPAY_APPID',
  'GRADFRAME_ALIPAY_KEY_FILE',
  'GRADFRAME_ALIPAY_PUBLIC_KEY_FILE'
] as const;

/** Drivers that take no money; every other one does. */
const moneyless = ['free', 'voucher', 'sandbox'];

/** The drivers that have what they need. @throws ConfigError on a setting that is there but wrong */
export async function paymentDrivers(db: SqlDatabase, settings: Settings): Promise<Drivers> {
  const drivers = new ConfiguredDrivers<PaymentDriver>(settings);
  drivers.on.push(freeDriver, voucherDriver(db));
  const wanted = settings.GRADFRAME_PAYMENT_SANDBOX;
  if (wanted !== undefined && wanted !== 'on')
    throw new ConfigError('GRADFRAME_PAYMENT_SANDBOX: `on`, or leave it out');
  const sandbox = wanted ? new SandboxProvider() : null;
  if (sandbox) drivers.on.push(sandboxDriver(sandbox));
  else drivers.off.push({ id: 'sandbox', wants: ['GRADFRAME_PAYMENT_SANDBOX'] });
  const origin = settings.ORIGIN ?? 'http://localhost:3000';
  const pem = (file: string) => readFileSync(file, 'utf8');
  await drivers.load('wechat', weChatNames, async () => {
    const { weChatDriver } = await import('./wechat');
    return (values) =>
      weChatDriver(
        {
          appId: values.GRADFRAME_WECHAT_APPID,
          merchantId: values.GRADFRAME_WECHAT_PAY_MERCHANT,
          serial: values.GRADFRAME_WECHAT_PAY_SERIAL,
          privateKey: pem(values.GRADFRAME_WECHAT_PAY_KEY_FILE),
          platformKey: pem(values.GRADFRAME_WECHAT_PAY_PLATFORM_KEY_FILE),
          platformKeyId: values.GRADFRAME_WECHAT_PAY_PLATFORM_KEY_ID,
          apiKey: values.GRADFRAME_WECHAT_PAY_API_KEY
        },
        origin
      );
  });
  await drivers.load('alipay', alipayNames, async () => {
    const { alipayDriver } = await import('./alipay');
    return (values) =>
      alipayDriver(
        {
          appId: values.GRADFRAME_ALIPAY_APPID,
          privateKey: pem(values.GRADFRAME_ALIPAY_KEY_FILE),
          alipayKey: pem(values.GRADFRAME_ALIPAY_PUBLIC_KEY_FILE)
        },
        origin
      );
  });
  // A way that takes no money would let every student choose it.
  const real = drivers.on.find(({ id }) => !moneyless.includes(id));
  if (sandbox && real)
    throw new ConfigError(`GRADFRAME_PAYMENT_SANDBOX: leave it out, ${real.id} takes real money here`);
  return { on: drivers.on, off: drivers.off, sandbox };
}
