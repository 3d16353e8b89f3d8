import { ConfigError } from '../../config-error';
import type { SqlDatabase } from '../../store/sql';
import type { PaymentDriver } from '../driver';
import { freeDriver, voucherDriver } from './embedded';
import { sandboxDriver, SandboxProvider } from './sandbox';

export interface Drivers {
  on: PaymentDriver[];
  /** Drivers that are off, with the settings they want for being on. */
  off: { id: string; wants: string[] }[];
  /** Null while the sandbox is off. */
  sandbox: SandboxProvider | null;
}

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
  return { on, off, sandbox };
}
