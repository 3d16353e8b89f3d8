import { createHash } from 'node:crypto';
import { open, rename } from 'node:fs/promises';
import type { PhotoFiles } from '../files/files';
import type { Sql } from '../store/sql';
import { erasedRow } from '../store/backup-tables';
import { enrolmentOf } from '../store/enrolment';
import { fileOf, linesIn, type TableFile } from './files';

/** A photo that a backup could not copy. */
export interface MissingPhoto {
  /** Whose it was; left out of an enrolment photo. */
  submission?: string;
  sha256: string;
}

type Row = Record<string, unknown>;

/**
 * Tables whose rows refer to photos by `photo_sha256`. `settled`: what stands in the backup of a row whose photo was gone
 * when it was to be copied (null: nothing), and what is missing without anybody having erased it.
 */
const referring: Readonly<
  Record<string, (live: Sql, row: Row) => Promise<{ row: Row | null; missing?: MissingPhoto }>>
> = {
  async submission(live, row) {
    const erased = await erasedRow(live, String(row.id));
    if (erased) return { row: erased };
    return { row, missing: { submission: String(row.id), sha256: String(row.photo_sha256) } };
  },
  async enrolment_photo(live, row) {
    const whose = { campaign: String(row.campaign), studentNumber: String(row.student_number) };
    const sha256 = String(row.photo_sha256);
    const there = (await enrolmentOf(live, whose)) === sha256;
    return { row: null, ...(there && { missing: { sha256 } }) };
  }
};

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

/** The photos that a backup's tables refer to, by hash. */
export async function photosIn(folder: string, tables: readonly TableFile[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { name } of tables.filter((table) => Object.hasOwn(referring, table.name)))
    for await (const line of linesIn(fileOf(folder, name))) {
      const { photo_sha256: sha256 } = JSON.parse(line) as Row;
      if (sha256) found.add(String(sha256));
    }
  return found;
}

/** Settles the rows of photos that could not be copied; answers what is missing though nobody erased it. */
export async function settleMissing(
  live: Sql,
  folder: string,
  tables: readonly TableFile[],
  names: readonly string[]
): Promise<MissingPhoto[]> {
  if (names.length === 0) return [];
  const gone = new Set(names);
  const missing: MissingPhoto[] = [];
  for (const table of tables) {
    const settle = referring[table.name];
    if (!settle) continue;
    const file = fileOf(folder, table.name);
    const hash = createHash('sha256');
    let rows = 0;
    const to = await open(`${file}.new`, 'w', 0o600);
    try {
      for await (const line of linesIn(file)) {
        const row = JSON.parse(line) as Row;
        const settled = gone.has(String(row.photo_sha256)) ? await settle(live, row) : { row };
        if ('missing' in settled && settled.missing) missing.push(settled.missing);
        if (!settled.row) continue;
        const kept = `${settled.row === row ? line : JSON.stringify(settled.row)}\n`;
        hash.update(kept);
        rows++;
        await to.write(kept);
      }
      await to.sync();
    } finally {
      await to.close();
    }
    await rename(`${file}.new`, file);
    [table.rows, table.sha256] = [rows, hash.digest('hex')];
  }
  return missing;
}
