import { randomUUID } from 'node:crypto';
import type { ProviderId } from '$lib/api/contracts/account';
import type { Sql } from './sql';

/** A new account of nobody yet; answers its id. */
export async function addAccount(sql: Sql, at: string): Promise<string> {
  const id = randomUUID();
  await sql.run('INSERT INTO account (id, made_at) VALUES (?, ?)', [id, at]);
  return id;
}

/** Whether this provider opens the account for somebody already. */
export const isOpenedBy = async (sql: Sql, accountId: string, provider: ProviderId): Promise<boolean> =>
  (await sql.get('SELECT 1 AS one FROM account_identity WHERE account_id = ? AND provider = ?', [
    accountId,
    provider
  ])) !== undefined;

/** The account was shown a submission's key. */
export const holdSubmission = (sql: Sql, accountId: string, submission: string, at: string) =>
  sql.run(
    `INSERT INTO account_submission (account_id, submission_id, made_at) VALUES (?, ?, ?)
     ON CONFLICT DO NOTHING`,
    [accountId, submission, at]
  );

/**
 * Ids of the submissions that an account holds, the newest first. A retake was sent with the key of the photo it answers,
 * so it goes with that one.
 */
export async function heldSubmissions(sql: Sql, accountId: string, limit: number): Promise<string[]> {
  const rows = await sql.all<{ id: string }>(
    `WITH RECURSIVE held (id) AS (
       SELECT submission_id FROM account_submission WHERE account_id = ?
       UNION SELECT s.id FROM submission s JOIN held ON s.replaces = held.id)
     SELECT s.id FROM held JOIN submission s ON s.id = held.id WHERE s.erased_at IS NULL
     ORDER BY s.received_at DESC LIMIT ?`,
    [accountId, limit]
  );
  return rows.map(({ id }) => id);
}

/** Providers that open the account, the first one first. */
export async function providersOf(sql: Sql, accountId: string): Promise<ProviderId[]> {
  const rows = await sql.all<{ provider: ProviderId }>(
    'SELECT provider FROM account_identity WHERE account_id = ? ORDER BY made_at',
    [accountId]
  );
  return rows.map(({ provider }) => provider);
}
