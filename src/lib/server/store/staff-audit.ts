import type { Sql } from './sql';

/** What staff did, for the append-only log. */
export type StaffAct =
  | 'account.created'
  | 'account.locked'
  | 'account.unlocked'
  | 'account.password'
  | 'account.role'
  | 'account.reset'
  | 'account.linked'
  | 'passkey.added'
  | 'passkey.renamed'
  | 'passkey.removed'
  | 'session.began'
  | 'session.refused'
  | 'queue.searched'
  | 'photo.shown'
  | 'account.campaigns'
  | 'session.ended'
  | 'session.endedAll'
  | 'identity.shown'
  | 'list.imported'
  | 'enrolment.imported'
  | 'enrolment.removed'
  | 'enrolment.shown'
  | 'photos.exported'
  | 'missing.exported'
  | 'students.reminded'
  | 'photo.chosen'
  | 'binding.removed'
  | 'kiosk.code'
  | CampaignAct;

/** What an admin did with a campaign. */
export type CampaignAct =
  `campaign.${'created' | 'changed' | 'closed' | 'reopened' | 'archived' | 'restored' | 'first'}`;

export interface AuditEntry {
  at: string;
  /** A staff name, or `command` for the command line. */
  who: string;
  act: StaffAct;
  /**
   * Whom or what it was done to: a staff name, a submission's id, a campaign's code, a keyed hash of a network or of what
   * was searched for. Never a student's name or number.
   */
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

/** The newest first, those before `before` where it is given. */
export const latestActs = (sql: Sql, limit: number, before: number | null = null) =>
  sql.all<AuditEntry & { sequence: number }>(
    `SELECT sequence, at, who, act, subject FROM staff_audit ${before === null ? '' : 'WHERE sequence < ?'}
     ORDER BY sequence DESC LIMIT ?`,
    before === null ? [limit] : [before, limit]
  );
