import type { Credential } from '../signin/webauthn';
import type { Sql } from './sql';

/** Passkeys of students' accounts. */
export async function hasAccountPasskey(sql: Sql, accountId: string): Promise<boolean> {
  const row = await sql.get('SELECT 1 AS one FROM account_passkey WHERE account_id = ?', [accountId]);
  return row !== undefined;
}

/** False when its id is taken. */
export async function addAccountPasskey(
  sql: Sql,
  { id, publicKey, counter }: Credential,
  accountId: string,
  at: string
): Promise<boolean> {
  const { changes } = await sql.run(
    `INSERT INTO account_passkey (id, account_id, public_key, counter, made_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    [id, accountId, publicKey, counter, at]
  );
  return changes > 0;
}

/** A student's passkey by its credential id, with the account it belongs to; undefined where there is none. */
export const accountPasskey = (sql: Sql, id: string) =>
  sql.get<Credential & { accountId: string }>(
    `SELECT id, account_id AS "accountId", public_key AS "publicKey", counter FROM account_passkey WHERE id = ?`,
    [id]
  );

/** Keeps the signature counter that a passkey came with. */
export const countAccountPasskey = (sql: Sql, id: string, counter: number) =>
  sql.run('UPDATE account_passkey SET counter = ? WHERE id = ?', [counter, id]);
