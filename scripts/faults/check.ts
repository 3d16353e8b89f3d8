import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'libsql';

/** What the endpoint said it has: id and SHA-256 of the photo. */
export type Acknowledged = ReadonlyMap<string, string>;

export interface Damage {
  /** Acknowledged, and not there whole: no row, another photo, no file. */
  lost: number;
  /** Rows or history entries beyond one each. */
  doubled: number;
  /** Files that are not what their name says, or unfinished. */
  halfWritten: number;
  /** Files that no row refers to. */
  orphans: number;
}

/**
 * Holds what is on the disk, read without the server, against what was acknowledged.
 *
 * @param aliases further ids under which the same content was acknowledged
 */
export async function inspect(
  data: string,
  acknowledged: Acknowledged,
  aliases: Acknowledged
): Promise<Damage> {
  const files = new Set<string>();
  let halfWritten = 0;
  for (const entry of await readdir(join(data, 'photos'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name));
    const hash = createHash('sha256').update(content).digest('hex');
    if (entry.name === `${hash}.jpg`) files.add(hash);
    else halfWritten++;
  }
  const db = new Database(join(data, 'gradframe.db'), { readonly: true });
  const select = <Row>(sql: string) => db.prepare(sql).all([]) as Row[];
  const rows = select<{ id: string; hash: string }>('SELECT id, photo_sha256 AS hash FROM submission');
  const linked = select<{ id: string; hash: string }>(
    'SELECT a.id, s.photo_sha256 AS hash FROM submission_alias a JOIN submission s ON s.id = a.submission_id'
  );
  const entries = select<{ n: number }>('SELECT COUNT(*) AS n FROM history')[0]!.n;
  db.close();
  const kept = new Map([...rows, ...linked].map(({ id, hash }) => [id, hash]));
  const lost = [...acknowledged, ...aliases].filter(
    ([id, hash]) => kept.get(id) !== hash || !files.has(hash)
  ).length;
  const hashes = new Set(rows.map(({ hash }) => hash));
  return {
    lost,
    doubled: rows.length - hashes.size + Math.abs(entries - rows.length),
    halfWritten,
    orphans: [...files].filter((hash) => !hashes.has(hash)).length
  };
}
