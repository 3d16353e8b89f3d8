import type { Sql } from './sql';

/** A student's newest submissions of every campaign, with the hashes of the keys that open them. */
export async function keysUnder(
  sql: Sql,
  studentNumber: string,
  limit: number
): Promise<{ id: string; keyHashes: string[] }[]> {
  const rows = await sql.all<{ id: string; key_hash: string }>(
    `SELECT id, key_hash FROM submission WHERE campaign IN (SELECT code FROM campaign)
       AND student_number = ? AND erased_at IS NULL ORDER BY received_at DESC LIMIT ${limit}`,
    [studentNumber]
  );
  const found: { id: string; keyHashes: string[] }[] = [];
  for (const { id, key_hash } of rows) {
    const further = await sql.all<{ key_hash: string }>(
      'SELECT key_hash FROM submission_alias WHERE submission_id = ?',
      [id]
    );
    found.push({ id, keyHashes: [key_hash, ...further.map((one) => one.key_hash)] });
  }
  return found;
}
