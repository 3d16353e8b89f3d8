import { join } from 'node:path';
import { ConfigError } from './config-error';
import { readKeys, type CodeKeys } from './codes/envelope';
import { farmAddress } from './farm/place';
import type { FileKeys } from './files/encrypted';
import { environment, setting } from './settings';

/** Every setting, for the drivers of other systems. */
export const settings = environment;
/** Where everything durable lives. */
export const dataFolder = () => setting('GRADFRAME_DATA');
/** A SQLite file, or `postgres://…`. */
export const databaseAddress = () => setting('GRADFRAME_DATABASE') ?? join(dataFolder(), 'gradframe.db');
/** A JSON file of campaigns; none: the sample campaign. */
export const campaignFile = () => setting('GRADFRAME_CAMPAIGNS');
/** A folder, or `s3://…`; see `files/open.ts`. */
export const photoAddress = () => setting('GRADFRAME_PHOTOS') ?? join(dataFolder(), 'photos');
/** Keys that photos are encrypted with at rest; none: they are kept in clear. @throws on anything that is no list of keys */
export const fileKeys = (): FileKeys => readKeys(setting('GRADFRAME_FILE_KEYS') ?? '', 'GRADFRAME_FILE_KEYS');

/** Where the farm keeps its pictures: a folder, or `s3://…`. */
export const farmStore = () => setting('GRADFRAME_FARM') ?? farmAddress(photoAddress(), dataFolder());
/** How long it keeps them, days. @throws ConfigError */
export function farmDays(): number {
  const days = Number(setting('GRADFRAME_FARM_DAYS'));
  if (!Number.isInteger(days) || days < 1)
    throw new ConfigError('GRADFRAME_FARM_DAYS must be a whole number of at least 1');
  return days;
}

/** Requests a minute of one network address: a campus may share one. */
export const addressLimit = () => perMinute('GRADFRAME_ADDRESS_LIMIT');
/** Submissions a minute of one device. */
export const deviceLimit = () => perMinute('GRADFRAME_DEVICE_LIMIT');

/** Holds the limits against what they may be, when the server starts and not at the first request. @throws ConfigError */
export function requireLimits(): void {
  addressLimit();
  deviceLimit();
}

/** @throws ConfigError */
function perMinute(name: 'GRADFRAME_ADDRESS_LIMIT' | 'GRADFRAME_DEVICE_LIMIT'): number {
  const limit = Number(setting(name));
  if (!Number.isInteger(limit) || limit < 1)
    throw new ConfigError(`${name} must be a whole number of at least 1`);
  return limit;
}

/** Whether admins must sign in by passkey. @throws ConfigError */
export function adminPasskeys(): boolean {
  const value = setting('GRADFRAME_ADMIN_PASSKEYS');
  if (value !== 'on' && value !== 'off') throw new ConfigError('GRADFRAME_ADMIN_PASSKEYS must be on or off');
  return value === 'on';
}

/** What the collector of metrics shows; none: there are no metrics for anybody. */
export const metricsToken = () => setting('GRADFRAME_METRICS_TOKEN');

/** Keys of the codes this unit issues itself; see `codes/envelope.ts`. @throws on anything that is no list of keys */
export const codeKeys = (): CodeKeys => readKeys(setting('GRADFRAME_CODE_KEYS') ?? '');

/** Keys that kiosks seal their queues to; see `kiosk/keys.ts`. */
export const kioskKeyFile = () => join(dataFolder(), 'kiosk-keys.json');
