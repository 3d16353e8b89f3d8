import { iso, nowMs } from '../time';
import type { Sql, SqlDatabase } from './sql';

/** What an export has taken cannot be undone for so long, or until that is renewed, ms. */
const holdMs = 60 * 60_000;
const atOnce = 200;

const marks = (ids: readonly string[]) => ids.map(() => '?').join(', ');
function* parts(ids: readonly string[]) {
  for (let from = 0; from < ids.length; from += atOnce) yield ids.slice(from, from + atOnce);
}

/**
 * Keeps the verdicts of what an export takes from being undone: what is in the ZIP stays approved, also where the
 * download breaks off and nobody knows how much of it arrived.
 */
export function exportHold(db: SqlDatabase) {
  const taken: string[] = [];
  let renewedAt = nowMs();
  const until = () => iso(nowMs() + holdMs);
  return {
    /** Those of `ids` that are approved since `floor` (ISO 8601) still, and held from now on. */
    async take(ids: readonly string[], floor: string): Promise<Set<string>> {
      if (!ids.length) return new Set();
      if (nowMs() > renewedAt + holdMs / 2) {
        renewedAt = nowMs();
        for (const part of parts(taken))
          await db.run(`UPDATE submission SET export_until = ? WHERE id IN (${marks(part)})`, [
            until(),
            ...part
          ]);
      }
      const those = `id IN (${marks(ids)}) AND state = 'approved' AND erased_at IS NULL AND changed_at <= ?`;
      const held = await db.transaction(async (sql) => {
        await sql.run(`UPDATE submission SET export_until = ? WHERE ${those}`, [until(), ...ids, floor]);
        return sql.all<{ id: string }>(`SELECT id FROM submission WHERE ${those}`, [...ids, floor]);
      });
      taken.push(...held.map(({ id }) => id));
      return new Set(held.map(({ id }) => id));
    }
  };
}

/** Notes that these were handed over. */
export async function noteExported(db: SqlDatabase, ids: readonly string[]): Promise<void> {
  const at = iso();
  for (const part of parts(ids))
    await db.run(`UPDATE submission SET exported_at = ?, export_until = NULL WHERE id IN (${marks(part)})`, [
      at,
      ...part
    ]);
}

/** Keeps whether a photo's file was there, for what the console says of the next export. */
export async function notePhoto(
  sql: Sql,
  { id, photo_gone_at: gone }: { id: string; photo_gone_at: string | null },
  there: boolean
): Promise<void> {
  if (there === (gone === null)) return;
  await sql.run('UPDATE submission SET photo_gone_at = ? WHERE id = ?', [there ? null : iso(), id]);
}
