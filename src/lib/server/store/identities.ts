import type { ProviderId } from '$lib/api/contracts/account';
import { keyedHash, openText, sealText } from './keyed';
import type { Sql, SqlDatabase } from './sql';

/** Whose ids are needed again as they are: paying inside WeChat goes by them. */
const readAgain: readonly ProviderId[] = ['wechat'];
const purpose = 'identities';
const prefix = 'h1:';

/** Ids at a campus are few, and a bare hash of one is found in seconds: what is kept takes this endpoint's key. */
const keptAs = async (sql: Sql, provider: ProviderId, subject: string) =>
  prefix + (await keyedHash(sql, purpose, `${provider} ${subject}`));

/** The account that an identity opens, or null. */
export async function findIdentity(sql: Sql, provider: ProviderId, subject: string): Promise<string | null> {
  const row = await sql.get<{ account_id: string }>(
    'SELECT account_id FROM account_identity WHERE provider = ? AND subject = ?',
    [provider, await keptAs(sql, provider, subject)]
  );
  return row?.account_id ?? null;
}

/** Lets a provider's sign-in open an account. @param at ISO 8601 @throws where it opens one already */
export async function addIdentity(
  sql: Sql,
  {
    provider,
    subject,
    accountId,
    at
  }: { provider: ProviderId; subject: string; accountId: string; at: string }
): Promise<void> {
  await sql.run(
    'INSERT INTO account_identity (provider, subject, account_id, made_at, sealed) VALUES (?, ?, ?, ?, ?)',
    [provider, await keptAs(sql, provider, subject), accountId, at, await sealedOf(sql, provider, subject)]
  );
}

const sealedOf = (sql: Sql, provider: ProviderId, subject: string) =>
  readAgain.includes(provider) ? sealText(sql, purpose, provider, subject) : null;

/** The student's id at WeChat. */
export async function openidOf(sql: Sql, accountId: string): Promise<string | undefined> {
  const row = await sql.get<{ sealed: string | null }>(
    `SELECT sealed FROM account_identity WHERE account_id = ? AND provider = 'wechat'`,
    [accountId]
  );
  return row?.sealed ? openText(sql, purpose, 'wechat', row.sealed) : undefined;
}

/** Takes the key to identities that were kept before there was one; run when the endpoint starts. */
export async function keyIdentities(db: SqlDatabase): Promise<void> {
  const bare = await db.all<{ provider: ProviderId; subject: string }>(
    'SELECT provider, subject FROM account_identity WHERE subject NOT LIKE ?',
    [`${prefix}%`]
  );
  for (const { provider, subject } of bare)
    await db.transaction(async (sql) => {
      await sql.run(
        'UPDATE account_identity SET subject = ?, sealed = ? WHERE provider = ? AND subject = ?',
        [await keptAs(sql, provider, subject), await sealedOf(sql, provider, subject), provider, subject]
      );
    });
}
