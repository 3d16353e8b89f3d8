import type { KioskKey } from '$lib/api/envelope';
import type { Sql } from './sql';

/** The endpoint's keys for kiosks, newest first; none before a kiosk was set up. Every server over the database has them. */
export async function kioskKeys(sql: Sql): Promise<KioskKey[]> {
  return sql.all<KioskKey>(
    'SELECT id, public_key AS public, private_key AS private FROM kiosk_key ORDER BY made_at DESC, id'
  );
}

/** @param at ISO 8601 */
export const addKioskKey = (sql: Sql, { id, public: publicKey, private: privateKey }: KioskKey, at: string) =>
  sql.run(
    'INSERT INTO kiosk_key (id, public_key, private_key, made_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [id, publicKey, privateKey, at]
  );
