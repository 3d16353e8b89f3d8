import { join } from 'node:path';
import { readKeys, type CodeKeys } from './codes/envelope';

const { env } = process;

/** Every setting, for the drivers of other systems. */
export const settings = (): Readonly<Record<string, string | undefined>> => env;
/** Where everything durable lives. */
export const dataFolder = () => env.GRADFRAME_DATA ?? 'data';
/** A SQLite file, or `postgres://…`. */
export const databaseAddress = () => env.GRADFRAME_DATABASE ?? join(dataFolder(), 'gradframe.db');
/** A JSON file of campaigns; none: the sample campaign. */
export const campaignFile = () => env.GRADFRAME_CAMPAIGNS;
export const photoFolder = () => join(dataFolder(), 'photos');

/** Keys of the codes this unit issues itself; see `codes/envelope.ts`. @throws on anything that is no list of keys */
export const codeKeys = (): CodeKeys => readKeys(env.GRADFRAME_CODE_KEYS ?? '');
