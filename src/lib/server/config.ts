import { join } from 'node:path';
import { ConfigError } from './config-error';
import { readKeys, type CodeKeys } from './codes/envelope';
import type { FileKeys } from './files/encrypted';

const { env } = process;

/** Every setting, for the drivers of other systems. */
export const settings = (): Readonly<Record<string, string | undefined>> => env;
/** Where everything durable lives. */
export const dataFolder = () => env.GRADFRAME_DATA ?? 'data';
/** A SQLite file, or `postgres://…`. */
export const databaseAddress = () => env.GRADFRAME_DATABASE ?? join(dataFolder(), 'gradframe.db');
/** A JSON file of campaigns; none: the sample campaign. */
export const campaignFile = () => env.GRADFRAME_CAMPAIGNS;
/** A folder, or `s3://…`; see `files/open.ts`. */
export const photoAddress = () => env.GRADFRAME_PHOTOS ?? join(dataFolder(), 'photos');
/** Keys that photos are encrypted with at rest; none: they are kept in clear. @throws on anything that is no list of keys */
export const fileKeys = (): FileKeys => readKeys(env.GRADFRAME_FILE_KEYS ?? '', 'GRADFRAME_FILE_KEYS');

/** Requests a minute of one network address: a campus may share one. */
export const addressLimit = () => perMinute('GRADFRAME_ADDRESS_LIMIT', 600);
/** Submissions a minute of one device. */
export const deviceLimit = () => perMinute('GRADFRAME_DEVICE_LIMIT', 30);

/** @throws ConfigError */
function perMinute(name: string, standard: number): number {
  const limit = Number(env[name] ?? standard);
  if (!Number.isInteger(limit) || limit < 1)
    throw new ConfigError(`${name} must be a whole number of at least 1`);
  return limit;
}

/** What the collector of metrics shows; none: there are no metrics for anybody. */
export const metricsToken = () => env.GRADFRAME_METRICS_TOKEN;

/** Keys of the codes this unit issues itself; see `codes/envelope.ts`. @throws on anything that is no list of keys */
export const codeKeys = (): CodeKeys => readKeys(env.GRADFRAME_CODE_KEYS ?? '');

/** Keys that kiosks seal their queues to; see `kiosk/keys.ts`. */
export const kioskKeyFile = () => join(dataFolder(), 'kiosk-keys.json');
