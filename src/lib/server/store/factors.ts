import type { Factor } from '$lib/api/contracts/account';
import type { Sql } from './sql';

/** The ways that open an account on another device, the oldest first. */
export async function factorsOf(sql: Sql, accountId: string): Promise<Factor[]> {
  const rows = await sql.all<{ kind: Factor['kind']; id: string; made_at: string }>(
    `SELECT provider AS kind, provider AS id, made_at FROM account_identity WHERE account_id = ?
     UNION ALL SELECT 'passkey' AS kind, id, made_at FROM account_passkey WHERE account_id = ? ORDER BY made_at, id`,
    [accountId, accountId]
  );
  return rows.map(({ kind, id, made_at: madeAt }) => ({ kind, id, madeAt }));
}

/** False when the account has no such way. */
export async function removeFactor(
  sql: Sql,
  accountId: string,
  { kind, id }: Pick<Factor, 'kind' | 'id'>
): Promise<boolean> {
  const { changes } =
    kind === 'passkey'
      ? await sql.run('DELETE FROM account_passkey WHERE account_id = ? AND id = ?', [accountId, id])
      : await sql.run('DELETE FROM account_identity WHERE account_id = ? AND provider = ?', [
          accountId,
          kind
        ]);
  return changes > 0;
}
