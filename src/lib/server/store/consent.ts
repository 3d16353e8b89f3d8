import type { ConsentItem } from '$lib/api/notice';
import type { Sql } from './sql';
import { iso } from '../time';

/** What was agreed to: the notice of a version, for a purpose, at a time. */
export interface ConsentEntry {
  /**
   * `notice`: its text was agreed to, by an app that did not yet tell the items apart; `notice.ITEM`: one of its items;
   * `message.KIND`: messages of one kind about the outcome; `message.KIND.remind`: reminders too.
   */
  purpose: 'notice' | `notice.${ConsentItem}` | `message.${string}`;
  version: string;
  /** ISO 8601, by the student's device. */
  agreedAt: string;
  /** Lower-case hex SHA-256 of the text that was shown; absent for what was kept without it. */
  textSha256?: string;
}

/** Goes into the transaction of what it allows: neither is there without the other. Names nobody but the submission. */
export async function noteConsent(sql: Sql, submissionId: string, entry: ConsentEntry): Promise<void> {
  await sql.run(
    `INSERT INTO consent_entry (submission_id, purpose, version, agreed_at, noted_at, text_sha256)
     VALUES (?, ?, ?, ?, ?, ?)`,
    [submissionId, entry.purpose, entry.version, entry.agreedAt, iso(), entry.textSha256 ?? '']
  );
}

/** Oldest first. */
export async function consentOf(sql: Sql, submissionId: string): Promise<ConsentEntry[]> {
  const rows = await sql.all<{
    purpose: ConsentEntry['purpose'];
    version: string;
    agreed_at: string;
    text_sha256: string;
  }>(
    'SELECT purpose, version, agreed_at, text_sha256 FROM consent_entry WHERE submission_id = ? ORDER BY sequence',
    [submissionId]
  );
  return rows.map(({ purpose, version, agreed_at: agreedAt, text_sha256: textSha256 }) => ({
    purpose,
    version,
    agreedAt,
    ...(textSha256 && { textSha256 })
  }));
}
