import { join } from 'node:path';
import { env } from '$env/dynamic/private';

/** Where everything durable lives. */
export const dataFolder = () => env.GRADFRAME_DATA ?? 'data';
export const databaseFile = () => join(dataFolder(), 'gradframe.db');
export const photoFolder = () => join(dataFolder(), 'photos');
