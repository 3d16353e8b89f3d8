import { readFileSync } from 'node:fs';
import { ConfigError } from '../../config-error';
import type { SqlDatabase } from '../../store/sql';
import type { PaymentDriver } from '../driver';
import { alipayDriver } from './alipay';
import { freeDriver, voucherDriver } from './embedded';
import { sandboxDriver, SandboxProvider } from './sandbox';
import { weChatDriver } from './wechat';

export interface Drivers {
  on: PaymentDriver[];
  /** Drivers that are off, with the settings they want for being on. */
  off: { id: string; wants: string[] }[];
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

type Settings = Readonly<Record<string, string | undefined>>;

/** The drivers that have what they need. @throws ConfigError on a setting that is there but wrong */
export function paymentDrivers(db: SqlDatabase, settings: Settings): Drivers {
  const on: PaymentDriver[] = [freeDriver, voucherDriver(db)];
  const off: Drivers['off'] = [];
  const wanted = settings.GRADFRAME_PAYMENT_SANDBOX;
  if (wanted !== undefined && wanted !== 'on')
    throw new ConfigError('GRADFRAME_PAYMENT_SANDBOX: `on`, or leave it out');
  const sandbox = wanted ? new SandboxProvider() : null;
  if (sandbox) on.push(sandboxDriver(sandbox));
  else off.push({ id: 'sandbox', wants: ['GRADFRAME_PAYMENT_SANDBOX'] });
  const origin = settings.ORIGIN ?? 'http://localhost:3000';
  function add<Name extends string>(
    id: string,
    names: readonly Name[],
    make: (values: Record<Name, string>) => PaymentDriver
  ) {
    const wants = names.filter((name) => !settings[name]);
    if (wants.length) return void off.push({ id, wants });
    try {
      on.push(make(settings as Record<Name, string>));
    } catch (error) {
      throw new ConfigError(`${names.join(', ')}: ${(error as Error).message}`);
    }
  }
  const pem = (file: string) => readFileSync(file, 'utf8');
  add('wechat', weChatNames, (values) =>
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
    )
  );
  add('alipay', alipayNames, (values) =>
    alipayDriver(
      {
        appId: values.GRADFRAME_ALIPAY_APPID,
        privateKey: pem(values.GRADFRAME_ALIPAY_KEY_FILE),
        alipayKey: pem(values.GRADFRAME_ALIPAY_PUBLIC_KEY_FILE)
      },
      origin
    )
  );
  return { on, off, sandbox };
}
