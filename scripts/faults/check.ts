import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readS3, s3Files } from '../../src/lib/server/files/s3';
import type { Sql } from '../../src/lib/server/store/sql';
import { s3Env } from '../../src/lib/server/testing/s3';

/** What the endpoint said it has: id and SHA-256 of the photo. */
export type Acknowledged = ReadonlyMap<string, string>;

export interface Damage {
  /** Acknowledged, and not there whole: no row, another photo, no file. */
  lost: number;
  /** Rows beyond one of a photo; beginnings beyond one of a row's history. */
  doubled: number;
  /** Files that are not what their name says, or unfinished. */
  halfWritten: number;
  /** Files that no row refers to, and that no sweep removes. */
  orphans: number;
  /** Steps of a history that do not follow the one before, or end elsewhere than the row; verdicts of who had no claim. */
  wrongHistory: number;
  /** Submissions beyond what a student may send in a day, and photos beyond the quota that no history notes. */
  overLimit: number;
}

export interface Limits {
  perStudent: number;
  photosPerDay: number;
}

/**
 * Holds what is in the database and the photo store, read without the endpoint, against what was acknowledged.
 *
 * @param photos a folder, or `s3://…`
 */
export async function inspect(
  db: Sql,
  photos: string,
  acknowledged: Acknowledged,
  limits: Limits
): Promise<Damage> {
  const { whole, halfWritten } = await (photos.startsWith('s3:') ? objectsIn(photos) : filesIn(photos));
  const rows = await db.all<{ id: string; hash: string; state: string; student: string }>(
    'SELECT id, photo_sha256 AS hash, state, student_number AS student FROM submission'
  );
  const linked = await db.all<{ id: string; hash: string }>(
    'SELECT a.id, s.photo_sha256 AS hash FROM submission_alias a JOIN submission s ON s.id = a.submission_id'
  );
  const steps = await db.all<Step>(
    'SELECT submission_id AS id, who, from_state, state, why FROM history ORDER BY sequence'
  );
  const kept = new Map([...rows, ...linked].map(({ id, hash }) => [id, hash]));
  const hashes = new Set(rows.map(({ hash }) => hash));
  const histories = groupBy(steps, ({ id }) => id);
  return {
    lost: [...acknowledged].filter(([id, hash]) => kept.get(id) !== hash || !whole.has(hash)).length,
    doubled:
      rows.length -
      hashes.size +
      [...histories.values()].filter((own) => own.filter((step) => step.from_state === 'draft').length > 1)
        .length,
    halfWritten,
    orphans: [...whole].filter((hash) => !hashes.has(hash)).length,
    wrongHistory: rows.filter(({ id, state }) => !follows(histories.get(id) ?? [], state)).length,
    overLimit:
      [...groupBy(rows, ({ student }) => student).values()].reduce(
        (sum, { length }) => sum + Math.max(0, length - limits.perStudent),
        0
      ) + (await unnoted(db, steps, limits.photosPerDay))
  };
}

interface Step {
  id: string;
  who: string;
  from_state: string;
  state: string;
  why: string;
}

function groupBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** Whether a history begins once, goes from step to step, and gives verdicts only to who claimed last. */
function follows(steps: readonly Step[], end: string): boolean {
  let state = 'draft';
  let holder = '';
  for (const step of steps) {
    if (step.from_state !== state) return false;
    if (step.state === 'inReview') holder = step.who;
    else if (state === 'inReview' && step.who !== holder) return false;
    state = step.state;
  }
  return state === end;
}

/** Photos beyond the quota of their student whose submissions' histories do not say so. */
async function unnoted(db: Sql, steps: readonly Step[], photosPerDay: number): Promise<number> {
  const counted = await db.all<{ student: string; n: number }>(
    'SELECT student_number AS student, COUNT(*) AS n FROM standardisation GROUP BY student_number'
  );
  const rows = await db.all<{ id: string; student: string }>(
    'SELECT id, student_number AS student FROM submission'
  );
  const studentOf = new Map(rows.map(({ id, student }) => [id, student]));
  const noted = groupBy(
    steps.filter(({ why }) => why.includes('quota: over')),
    ({ id }) => studentOf.get(id) ?? ''
  );
  return counted.reduce(
    (sum, { student, n }) => sum + Math.max(0, n - photosPerDay - (noted.get(student)?.length ?? 0)),
    0
  );
}

interface Found {
  /** SHA-256 of each photo that is what its name says. */
  whole: Set<string>;
  halfWritten: number;
}

const isNamedBy = (content: Uint8Array, hash: string) =>
  createHash('sha256').update(content).digest('hex') === hash;

async function filesIn(folder: string): Promise<Found> {
  const found: Found = { whole: new Set(), halfWritten: 0 };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const hash = entry.name.replace(/\.jpg$/, '');
    if (isNamedBy(await readFile(join(entry.parentPath, entry.name)), hash)) found.whole.add(hash);
    else found.halfWritten++;
  }
  return found;
}

async function objectsIn(address: string): Promise<Found> {
  const files = s3Files(readS3(address, s3Env));
  const found: Found = { whole: new Set(), halfWritten: 0 };
  for await (const { sha256 } of files.list()) {
    const content = await files.get(sha256);
    if (content && isNamedBy(content, sha256)) found.whole.add(sha256);
    else found.halfWritten++;
  }
  return found;
}
