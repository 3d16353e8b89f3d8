import type { Sql } from './sql';

/** What a round told of a campaign. */
export interface RetentionNotice {
  campaign: string;
  /** ISO 8601, of the round. */
  at: string;
  /** What was received before this instant was due. */
  cutoff: string;
  due: number;
  /** Why nothing was erased; '' when nothing speaks against it. */
  stopped: '' | 'many';
}

/** Notices are of use for as long, ms. */
const keepMs = 7 * 24 * 60 * 60_000;

/** Keeps a notice, in place of one of the same campaign and time; clears old ones away. */
export async function noteRetention(sql: Sql, notice: RetentionNotice): Promise<void> {
  const { campaign, at, cutoff, due, stopped } = notice;
  await sql.run('DELETE FROM retention_notice WHERE campaign = ? AND at < ?', [
    campaign,
    new Date(Date.parse(at) - keepMs).toISOString()
  ]);
  await sql.run(
    `INSERT INTO retention_notice (campaign, at, cutoff, due, stopped) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (campaign, at) DO UPDATE SET cutoff = excluded.cutoff, due = excluded.due, stopped = excluded.stopped`,
    [campaign, at, cutoff, due, stopped]
  );
}

/** The newest notice of a campaign between two instants (ISO 8601). */
export async function noticeBetween(
  sql: Sql,
  campaign: string,
  from: string,
  to: string
): Promise<RetentionNotice | null> {
  const row = await sql.get<RetentionNotice>(
    `SELECT campaign, at, cutoff, due, stopped FROM retention_notice
     WHERE campaign = ? AND at >= ? AND at <= ? ORDER BY at DESC LIMIT 1`,
    [campaign, from, to]
  );
  return row ?? null;
}

/** How many of a campaign are due by an instant, and how many it ever took in. */
export async function dueBefore(
  sql: Sql,
  campaign: string,
  cutoff: string
): Promise<{ due: number; all: number }> {
  const row = await sql.get<{ due: number; total: number }>(
    `SELECT COUNT(CASE WHEN erased_at IS NULL AND received_at < ? THEN 1 END) AS due, COUNT(*) AS total
     FROM submission WHERE campaign = ?`,
    [cutoff, campaign]
  );
  return { due: row!.due, all: row!.total };
}

/** The last time that this database knows of, ISO 8601; null while nothing has happened. */
export async function lastKnown(sql: Sql): Promise<string | null> {
  const changed = await sql.get<{ at: string }>('SELECT at FROM history ORDER BY sequence DESC LIMIT 1');
  const round = await sql.get<{ at: string | null }>('SELECT MAX(at) AS at FROM retention_notice');
  const known = [changed?.at, round?.at].filter((at) => typeof at === 'string');
  return known.sort().at(-1) ?? null;
}
