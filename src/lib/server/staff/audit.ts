import type { Sql } from '../store/sql';

/** What staff did, for the append-only log. */
export type StaffAct =
  | 'account.created'
  | 'account.locked'
  | 'account.unlocked'
  | 'account.password'
  | 'session.began'
  | 'session.ended'
  | 'session.endedAll';

export interface AuditEntry {
  at: string;
  /** A staff name, or `command` for the command line. */
  who: string;
  act: StaffAct;
  /** Whom or what it was done to: a staff name. Never a student's name or number. */
  subject: string;
}

/** Goes into the transaction of what it records: neither is there without the other. */
export async function recordAct(sql: Sql, { at, who, act, subject }: AuditEntry): Promise<void> {
  await sql.run('INSERT INTO staff_audit (at, who, act, subject) VALUES (?, ?, ?, ?)', [
    at,
    who,
    act,
    subject
  ]);
}

/** The newest first. */
export const latestActs = (sql: Sql, limit: number) =>
  sql.all<AuditEntry>('SELECT at, who, act, subject FROM staff_audit ORDER BY sequence DESC LIMIT ?', [
    limit
  ]);
