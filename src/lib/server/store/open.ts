import type { SqlDatabase } from './sql';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';

/**
 * Opens the database of an address and brings its schema to the newest version: a file's path, or
 * `postgres://…`.
 *
 * @throws when it cannot be reached or was written by a newer version
 */
export const openDatabase = (address: string): Promise<SqlDatabase> =>
  /^postgres(ql)?:\/\//.test(address) ? openPostgres(address) : openSqlite(address);
