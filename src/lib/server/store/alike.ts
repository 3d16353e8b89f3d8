import { lookDistance, lookParts, mostBits, nearParts } from '../photo/look';
import type { Sql } from './sql';

/** Photos that share a quarter of the look are compared up to so many; the nearest of them are told. */
const mostCompared = 50_000;
const mostTold = 24;

/** Ids of what looks like a submission's photo in its campaign, the nearest first. Found by quarters of the look. */
export async function alikeTo(sql: Sql, id: string): Promise<ReadonlySet<string>> {
  const own = await sql.get<{ campaign: string; look: string }>(
    "SELECT campaign, look FROM submission WHERE id = ? AND look <> ''",
    [id]
  );
  if (!own) return new Set();
  // Each by its own index.
  const quarters = lookParts(own.look).map(
    (part, at) =>
      `SELECT id, look FROM submission WHERE campaign = ? AND look <> '' AND look_${at} IN (${nearParts(part).join(', ')})`
  );
  const rows = await sql.all<{ id: string; look: string }>(
    `${quarters.join(' UNION ')} LIMIT ${mostCompared}`,
    quarters.map(() => own.campaign)
  );
  const near = rows
    .map((row) => ({ id: row.id, bits: lookDistance(row.look, own.look) }))
    .filter((row) => row.id !== id && row.bits <= mostBits)
    .sort((a, b) => a.bits - b.bits)
    .slice(0, mostTold);
  return new Set(near.map((row) => row.id));
}
