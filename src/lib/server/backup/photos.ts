import type { PhotoFiles } from '../files/files';
import { erasedRow } from '../store/backup-tables';
import type { SqlDatabase } from '../store/sql';

/** A photo that a backup could not copy, and whose it was. */
export interface MissingPhoto {
  submission: string;
  sha256: string;
}

/** Copies photos as they are kept; what is not there is answered. */
export async function copyPhotos(
  from: PhotoFiles,
  to: PhotoFiles,
  names: ReadonlySet<string>
): Promise<{ copied: number; missing: string[] }> {
  const missing: string[] = [];
  for (const name of names) {
    const content = await from.get(name);
    if (content) await to.put(name, content);
    else missing.push(name);
  }
  return { copied: names.size - missing.length, missing };
}

/** Rows of the live database as they stand now, for submissions that are erased by now. */
export async function erasedSince(
  live: SqlDatabase,
  ids: readonly string[]
): Promise<Map<string, Record<string, unknown>>> {
  const found = new Map<string, Record<string, unknown>>();
  for (const id of ids) {
    const row = await erasedRow(live, id);
    if (row) found.set(id, row);
  }
  return found;
}
