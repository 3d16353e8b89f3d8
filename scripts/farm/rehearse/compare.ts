import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { PhotoFiles } from '../../../src/lib/server/files/files';
import type { DrawnPictures } from './pictures';

export interface FarmDamage {
  rows: number;
  /** Pictures without a row or, where their row has one, a file; rows beyond the first. */
  lost: number;
  doubled: number;
  /** Rows and files that are not those of one process. */
  differing: number;
  /** Finished photos in the store that no row has. */
  orphans: number;
  dead: number;
  /** Broken pictures that are not dead, and dead ones that are not broken. */
  deadWrongly: number;
}

interface Made {
  rows: string;
  out: string;
}
type Row = Record<string, unknown> & { file: string; verdict: string; output: { file: string } | null };

/** Holds what the farm made against what one process made of the same pictures. */
export async function compare(
  farm: Made,
  alone: Made,
  drawn: DrawnPictures,
  photos: PhotoFiles
): Promise<FarmDamage> {
  const rows = await readRows(farm.rows);
  const theirs = new Map((await readRows(alone.rows)).map((row) => [row.file, row]));
  const ours = new Map(rows.map((row) => [row.file, row]));
  const damage = { lost: 0, differing: 0, deadWrongly: 0 };
  const files = new Set<string>();
  for (const name of drawn.all) {
    const row = ours.get(name);
    if (!row) {
      damage.lost++;
      continue;
    }
    if ((row.verdict === 'error') !== drawn.broken.has(name)) damage.deadWrongly++;
    const other = theirs.get(name);
    if (!other || !isDeepStrictEqual(withoutTimes(row), withoutTimes(other))) {
      damage.differing++;
      console.error(`${name} differs in ${differences(row, other ?? {}).join(', ')}`);
    }
    if (!row.output) continue;
    // One that is not there is lost, and counted so.
    const file = await readFile(join(farm.out, row.output.file)).catch(() => null);
    if (!file) damage.lost++;
    else if (!file.equals(await readFile(join(alone.out, row.output.file)))) damage.differing++;
    if (file) files.add(file.toString('base64'));
  }
  let stored = 0;
  for await (const _ of photos.list()) stored += _.sha256 ? 1 : 0;
  return {
    rows: rows.length,
    doubled: rows.length - ours.size,
    orphans: stored - files.size,
    dead: rows.filter(({ verdict }) => verdict === 'error').length,
    ...damage
  };
}

/** What is not the same in two rows, times apart: path, value, and what one process gave. */
function differences(row: unknown, other: unknown, path = ''): string[] {
  if (isDeepStrictEqual(row, other) || path === '.ms') return [];
  if (typeof row !== 'object' || row === null || typeof other !== 'object' || other === null)
    return [`${path}: ${JSON.stringify(row)}, alone ${JSON.stringify(other)}`];
  return Object.keys({ ...row, ...other }).flatMap((name) =>
    differences((row as Fields)[name], (other as Fields)[name], `${path}.${name}`)
  );
}
type Fields = Readonly<Record<string, unknown>>;

const withoutTimes = ({ ms: _, ...row }: Row) => row;

async function readRows(path: string): Promise<Row[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Row);
}
