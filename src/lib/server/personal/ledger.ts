import { access, appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { log } from '../log';
import { allErasures, type Erasure } from '../store/erasures';
import type { Sql } from '../store/sql';

/** Beside the database, and in each backup that this data folder knows of: what a restore must not bring back. */
const ledgerName = 'erased.jsonl';
const backupsName = 'backups.txt';

/** A backup was made here; what is erased from now on is told to it for as long as it can be reached. */
export async function noteBackup(dataFolder: string, backup: string): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await appendFile(join(dataFolder, backupsName), `${resolve(backup)}\n`, { mode: 0o600, flush: true });
}

/** Writes the ledger beside the database and into every backup that is still where it was made. */
export async function spreadErasures(sql: Sql, dataFolder: string): Promise<void> {
  const known = [...(await readLedger(dataFolder)), ...(await allErasures(sql))];
  if (known.length === 0) return;
  await mkdir(dataFolder, { recursive: true });
  const backups = await readText(join(dataFolder, backupsName));
  for (const folder of [dataFolder, ...new Set(backups.split('\n').filter(Boolean))]) {
    try {
      await access(folder);
    } catch {
      // taken elsewhere: the ledger beside the database says the same
      continue;
    }
    await writeLedger(folder, known).catch((error: unknown) => log.warn('erasure.notTold', error));
  }
}

/** Adds to a folder's ledger what is not there; whole or not at all. */
async function writeLedger(folder: string, known: readonly Erasure[]): Promise<void> {
  const there = await readLedger(folder);
  const lines = new Set([...there, ...known].map(({ subject, at }) => JSON.stringify({ subject, at })));
  if (lines.size === there.length) return;
  const file = join(folder, ledgerName);
  await writeFile(`${file}.new`, `${[...lines].join('\n')}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

/** A folder's ledger; empty where there is none. */
export async function readLedger(folder: string): Promise<Erasure[]> {
  const text = await readText(join(folder, ledgerName));
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Erasure);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
