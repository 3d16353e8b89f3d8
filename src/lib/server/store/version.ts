import { migrations } from './migrations';
import type { Sql, SqlDatabase } from './sql';

/** The version of a database's schema. */
export async function versionOf({ kind }: Pick<SqlDatabase, 'kind'>, sql: Sql): Promise<number> {
  const row = await sql.get<{ version: number }>(
    kind === 'sqlite'
      ? 'SELECT user_version AS version FROM pragma_user_version'
      : 'SELECT version FROM schema_version'
  );
  return row?.version ?? 0;
}

/**
 * Once a newer version of the endpoint has changed the schema, this one takes nothing more in.
 *
 * @throws Error SCHEMA_NEWER
 */
export async function requireOwnSchema(db: Pick<SqlDatabase, 'kind'>, sql: Sql): Promise<void> {
  if ((await versionOf(db, sql)) > migrations.length)
    throw Object.assign(new Error('a newer version of Gradframe has changed the database'), {
      code: 'SCHEMA_NEWER'
    });
}
