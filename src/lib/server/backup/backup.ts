import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderFiles } from '../files/folder';
import type { PhotoFiles } from '../files/files';
import { copyKioskKeys } from '../kiosk/keys';
import { eraseAgain } from '../personal/again';
import { personalData } from '../personal/erase';
import { noteBackup, readLedger, spreadErasures } from '../personal/ledger';
import { keyLedger } from '../store/erasures';
import { migrations } from '../store/migrations';
import { isPostgres, openDatabase } from '../store/open';
import type { Sql, SqlDatabase } from '../store/sql';
import { copySqlite } from '../store/sqlite';
import { submissionStore } from '../store/submissions';
import { versionOf } from '../store/version';
import { fileOf, linesIn, type TableFile } from './files';
import { copyPhotos, photosIn, settleMissing, type MissingPhoto } from './photos';
import { insertLine, isEmpty, linesOf, settleSequence, tablesOf } from '../store/backup-tables';
import { iso } from '../time';

export interface Manifest {
  format: 1;
  /** ISO 8601. */
  made: string;
  /** Of the schema. */
  version: number;
  /** In the order they go back in. */
  tables: TableFile[];
  photos: number;
  /** When the tables were copied, ISO 8601; left out in backups made before it was kept. */
  taken?: string;
  /** Photos that were there no more, though nobody erased them; left out where there are none. */
  missing?: MissingPhoto[];
  /** Keys that kiosks seal to; none in backups made before they went along. */
  kioskKeys?: number;
}

const manifestName = 'backup.json';
const photosName = 'photos';
const keysName = 'kiosk-keys.json';

/**
 * Writes a backup into an empty or new folder while the endpoint goes on: every table as of one moment, then the photos
 * it refers to, as they are kept (encrypted ones stay encrypted). The database keeps the version it has. What is erased
 * meanwhile is erased here too; a photo that is missing otherwise is named. The manifest comes last: without it there is
 * no backup.
 *
 * @param files the store itself, without decryption
 * @param keyFile the kiosks' keys, without which what they still hold could not be read
 * @param dataFolder of the endpoint: what is erased later is told to the backup by what is noted there
 * @throws Error when the folder holds something
 */
export async function backUp(
  address: string,
  files: PhotoFiles,
  folder: string,
  keyFile: string,
  dataFolder?: string
): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length) throw new Error(`${folder} is not empty`);
  const scratch = join(folder, 'scratch');
  const snapshot = isPostgres(address) ? null : join(scratch, 'copy.db');
  const taken = iso();
  const live = await openDatabase(address, 'asFound');
  let db = live;
  try {
    const version = await versionOf(live, live);
    if (version >= ledgerVersion) await keyLedger(live);
    if (snapshot) {
      await mkdir(scratch);
      copySqlite(address, snapshot);
      db = await openDatabase(snapshot, 'asFound');
    }
    const tables = await db.transaction((sql) => writeTables(db, sql, folder));
    const to = await folderFiles(join(folder, photosName));
    const copied = await copyPhotos(files, to, await photosIn(folder, tables));
    const missing = await settleMissing(live, folder, tables, copied.missing);
    const kioskKeys = await copyKioskKeys(keyFile, join(folder, keysName));
    if (dataFolder !== undefined) {
      await noteBackup(dataFolder, folder);
      if (version >= ledgerVersion) await spreadErasures(live, dataFolder);
    }
    const made = iso();
    const manifest: Manifest = {
      format: 1,
      made,
      taken,
      version,
      tables,
      photos: copied.copied,
      ...(missing.length && { missing }),
      kioskKeys
    };
    await rm(scratch, { recursive: true, force: true });
    await writeFile(join(folder, manifestName), JSON.stringify(manifest, null, 2), { flush: true });
    return manifest;
  } finally {
    await live.close();
    if (db !== live) await db.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

/** From this version on the database keeps a ledger of erasures. */
const ledgerVersion = 15;

async function writeTables(db: SqlDatabase, sql: Sql, folder: string): Promise<Manifest['tables']> {
  // One moment for all tables; SQLite's snapshot is one already.
  if (db.kind === 'postgres') await sql.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
  const tables: Manifest['tables'] = [];
  for (const name of await tablesOf(db, sql)) {
    const hash = createHash('sha256');
    let rows = 0;
    const file = await open(fileOf(folder, name), 'w', 0o600);
    try {
      for await (const line of linesOf(db, sql, name)) {
        hash.update(line);
        rows++;
        await file.write(line);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    tables.push({ name, rows, sha256: hash.digest('hex') });
  }
  return tables;
}

/**
 * Puts a backup into an empty database, of either kind and at any later version, and its photos into an empty or
 * partly filled store, and the kiosks' keys beside those that are there. What was erased on request since the backup was
 * taken is erased again, by the ledgers in the backup's folder and in the data folder.
 *
 * @throws Error when the backup is incomplete or changed, or the database holds something
 */
export async function restore(
  folder: string,
  address: string,
  files: PhotoFiles,
  keyFile: string,
  dataFolder?: string
): Promise<Manifest> {
  const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as Manifest;
  if (manifest.format !== 1 || manifest.version > migrations.length)
    throw new Error('the backup was written by a newer version of Gradframe');
  for (const { name, sha256 } of manifest.tables)
    if ((await hashOfFile(fileOf(folder, name))) !== sha256) throw new Error(`${name}.jsonl was changed`);
  // Photos first, as always: a row never refers to one that is not there.
  const from = await folderFiles(join(folder, photosName));
  const wanted = await photosIn(folder, manifest.tables);
  for (const { sha256 } of manifest.missing ?? []) wanted.delete(sha256);
  const photos = await copyPhotos(from, files, wanted);
  if (photos.missing.length || photos.copied !== manifest.photos)
    throw new Error('photos are missing in the backup');
  const keys = await copyKioskKeys(join(folder, keysName), keyFile);
  if (keys !== (manifest.kioskKeys ?? 0)) throw new Error(`${keysName} was changed`);
  const db = await openDatabase(address, migrations.slice(0, manifest.version));
  try {
    await db.transaction((sql) => readTables(db, sql, folder, manifest));
  } finally {
    await db.close();
  }
  // Brings it to the newest version.
  const newest = await openDatabase(address);
  try {
    const ledger = [
      ...(await readLedger(folder)),
      ...(dataFolder === undefined ? [] : await readLedger(dataFolder))
    ];
    const personal = personalData(newest, submissionStore(newest), files, dataFolder);
    await eraseAgain(newest, personal, ledger, manifest.taken ?? manifest.made);
  } finally {
    await newest.close();
  }
  return manifest;
}

async function readTables(db: SqlDatabase, sql: Sql, folder: string, manifest: Manifest): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    if (!(await isEmpty(sql, name))) throw new Error('the database is not empty: restore into a new one');
    let count = 0;
    for await (const line of linesIn(fileOf(folder, name))) {
      await insertLine(db, sql, name, line);
      count++;
    }
    if (count !== rows) throw new Error(`${name}.jsonl is not whole`);
    await settleSequence(db, sql, name);
  }
}

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}
