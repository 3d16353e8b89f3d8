import type { Sql } from './sql';

/** Notes a code that was given out. `until` is ISO 8601. */
export async function noteKioskCode(sql: Sql, kiosk: string, until: string): Promise<void> {
  await sql.run('INSERT INTO kiosk_code (kiosk, until) VALUES (?, ?)', [kiosk, until]);
}

/**
 * Uses a code up for one device; the same device may ask again, should the answer have been lost.
 *
 * @param device hash of what the device calls itself
 * @returns false where it has ended, was never given out, or another device has it
 */
export async function useKioskCode(
  sql: Sql,
  kiosk: string,
  { device, now }: { device: string; now: string }
): Promise<boolean> {
  const { changes } = await sql.run(
    `UPDATE kiosk_code SET joined_at = COALESCE(joined_at, ?), device = ?
     WHERE kiosk = ? AND until > ? AND (device IS NULL OR device = ?)`,
    [now, device, kiosk, now, device]
  );
  return changes === 1;
}
