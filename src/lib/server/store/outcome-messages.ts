import type { Sql } from './sql';

/** A verdict was taken back: what of it is not sent yet is dropped, and the next verdict is told in its place. */
export async function recallOutcome(sql: Sql, submissionId: string): Promise<void> {
  const channels = 'SELECT id FROM message_channel WHERE submission_id = ?';
  await sql.run(
    `DELETE FROM message WHERE state = 'waiting' AND template <> 'confirm' AND channel_id IN (${channels})`,
    [submissionId]
  );
  await sql.run('UPDATE message_channel SET told = 0 WHERE submission_id = ?', [submissionId]);
}
