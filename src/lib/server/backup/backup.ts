import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { folderFiles } from '../files/folder';
import type { PhotoFiles } from '../files/files';
import { copyKioskKeys } from '../kiosk/keys';
import { migrations } from '../store/migrations';
import { isPostgres, openDatabase } from '../store/open';
import type { Sql, SqlDatabase } from '../store/sql';
import { copySqlite } from '../store/sqlite';
import { insertLine, linesOf, settleSequence, tablesOf, versionOf } from './tables';

export interface Manifest {
  format: 1;
  /** ISO 8601. */
  made: string;
  /** Of the schema. */
  version: number;
  /** In the order they go back in. */
  tables: { name: string; rows: number; sha256: string }[];
  photos: number;
  /** Keys that kiosks seal to; none in backups made before they went along. */
  kioskKeys?: number;
}

const manifestName = 'backup.json';
const photosName = 'photos';
const keysName = 'kiosk-keys.json';
const fileOf = (folder: string, table: string) => join(folder, `${table}.jsonl`);

/**
 * Writes a backup into an empty or new folder while the endpoint goes on: every table as of one moment, then the photos
 * it refers to, as they are kept (encrypted ones stay encrypted). The manifest comes last: without it there is no
 * backup.
 *
 * @param files the store itself, without decryption
 * @param keyFile the kiosks' keys, without which what they still hold could not be read
 * @throws Error when the folder holds something, or a photo is missing
 */
export async function backUp(
  address: string,
  files: PhotoFiles,
  folder: string,
  keyFile: string
): Promise<Manifest> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length) throw new Error(`${folder} is not empty`);
  const scratch = join(folder, 'scratch');
  const snapshot = isPostgres(address) ? null : join(scratch, 'copy.db');
  if (snapshot) {
    await mkdir(scratch);
    copySqlite(address, snapshot);
  }
  const db = await openDatabase(snapshot ?? address);
  try {
    const tables = await db.transaction((sql) => writeTables(db, sql, folder));
    const version = await versionOf(db, db);
    const photos = await copyPhotos(
      files,
      await folderFiles(join(folder, photosName)),
      await photosOf(fileOf(folder, 'submission'))
    );
    const kioskKeys = await copyKioskKeys(keyFile, join(folder, keysName));
    const made = new Date().toISOString();
    const manifest: Manifest = { format: 1, made, version, tables, photos, kioskKeys };
    await rm(scratch, { recursive: true, force: true });
    await writeFile(join(folder, manifestName), JSON.stringify(manifest, null, 2), { flush: true });
    return manifest;
  } finally {
    await db.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

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
 * partly filled store, and the kiosks' keys beside those that are there.
 *
 * @throws Error when the backup is incomplete or changed, or the database holds something
 */
export async function restore(
  folder: string,
  address: string,
  files: PhotoFiles,
  keyFile: string
): Promise<Manifest> {
  const manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8')) as Manifest;
  if (manifest.format !== 1 || manifest.version > migrations.length)
    throw new Error('the backup was written by a newer version of Gradframe');
  for (const { name, sha256 } of manifest.tables)
    if ((await hashOfFile(fileOf(folder, name))) !== sha256) throw new Error(`${name}.jsonl was changed`);
  // Photos first, as always: a row never refers to one that is not there.
  const from = await folderFiles(join(folder, photosName));
  const photos = await copyPhotos(from, files, await photosOf(fileOf(folder, 'submission')));
  if (photos !== manifest.photos) throw new Error('photos are missing in the backup');
  const keys = await copyKioskKeys(join(folder, keysName), keyFile);
  if (keys !== (manifest.kioskKeys ?? 0)) throw new Error(`${keysName} was changed`);
  const db = await openDatabase(address, migrations.slice(0, manifest.version));
  try {
    await db.transaction((sql) => readTables(db, sql, folder, manifest));
  } finally {
    await db.close();
  }
  // Brings it to the newest version.
  await (await openDatabase(address)).close();
  return manifest;
}

async function readTables(db: SqlDatabase, sql: Sql, folder: string, manifest: Manifest): Promise<void> {
  for (const { name, rows } of manifest.tables) {
    if (await sql.get(`SELECT 1 AS one FROM ${name} LIMIT 1`))
      throw new Error('the database is not empty: restore into a new one');
    let count = 0;
    for await (const line of linesIn(fileOf(folder, name))) {
      await insertLine(db, sql, name, line);
      count++;
    }
    if (count !== rows) throw new Error(`${name}.jsonl is not whole`);
    await settleSequence(db, sql, name);
  }
}

const linesIn = (file: string) =>
  createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });

async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** Hashes of the photos that a table's file refers to. */
async function photosOf(file: string): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const line of linesIn(file)) {
    const { photo_sha256 } = JSON.parse(line) as { photo_sha256: string };
    if (photo_sha256) found.add(photo_sha256);
  }
  return found;
}

async function copyPhotos(from: PhotoFiles, to: PhotoFiles, names: ReadonlySet<string>): Promise<number> {
  for (const name of names) {
    const content = await from.get(name);
    if (!content) throw new Error('a photo is missing');
    await to.put(name, content);
  }
  return names.size;
}
