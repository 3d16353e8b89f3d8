import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import type { SqlDatabase } from './sql';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';

/**
 * Opens the database of an address and brings its schema to the newest version: a file's path, or
 * `postgres://…`. `asFound` leaves the schema as it is.
 *
 * @throws when it cannot be reached or was written by a newer version
 */
export const openDatabase = (
  address: string,
  steps: readonly Migration[] | 'asFound' = migrations
): Promise<SqlDatabase> => (isPostgres(address) ? openPostgres(address, steps) : openSqlite(address, steps));

/** Whether an address is PostgreSQL's; any other is a file of SQLite. */
export const isPostgres = (address: string) => /^postgres(ql)?:\/\//.test(address);
