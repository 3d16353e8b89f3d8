import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Unplanned } from './plan';

/** How a picture stands: `sending` may have arrived; `failed` stays here, with its reasons. */
export type BulkState = 'waiting' | 'sending' | 'sent' | 'failed';

/** A picture of the run. Its own pixels are never kept. */
export interface BulkItem {
  path: string;
  size: number;
  modified: number;
  studentNumber: string;
  name: string;
  className: string;
  state: BulkState;
  verdict: 'pass' | 'warn' | 'fail' | null;
  /** Message keys of the report, or one of `unplanned`, `error` or `problem` and a code. */
  reasons: string[];
  /** Made before it is sent, so that it is never sent as two. */
  submission: { id: string; key: string };
}

export interface BulkRun {
  campaign: string;
  /** When it was confirmed that everybody agreed, ISO 8601. */
  agreedAt: string;
  /** Seals thumbnails; it cannot leave the browser, and without it they are lost. */
  key: CryptoKey;
  /** Where the browser gives one, the folder or ZIP itself, to be opened again. */
  handle: FileSystemHandle | null;
}

interface Schema extends DBSchema {
  run: { key: 'current'; value: BulkRun };
  items: { key: string; value: BulkItem };
  thumbs: { key: string; value: { iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer } };
}

let opening: Promise<IDBPDatabase<Schema>> | undefined;
const database = () =>
  (opening ??= openDB<Schema>('gradframe-bulk', 1, {
    upgrade(db) {
      db.createObjectStore('run');
      db.createObjectStore('items', { keyPath: 'path' });
      db.createObjectStore('thumbs');
    },
    terminated: () => (opening = undefined)
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  }));

const sealing = { name: 'AES-GCM', length: 256 };

/** The run that was begun on this device, and its pictures by path; null without one. @throws DOMException */
export async function keptRun(): Promise<{ run: BulkRun; items: BulkItem[] } | null> {
  const db = await database();
  const run = await db.get('run', 'current');
  return run ? { run, items: await db.getAll('items') } : null;
}

/** Begins a run in place of any other, agreed to now. @throws DOMException where nothing can be kept */
export async function keepRun(
  given: Omit<BulkRun, 'key' | 'agreedAt'>,
  items: readonly BulkItem[]
): Promise<BulkRun> {
  const run: BulkRun = {
    ...given,
    agreedAt: new Date().toISOString(),
    key: await crypto.subtle.generateKey(sealing, false, ['encrypt', 'decrypt'])
  };
  const db = await database();
  const changes = db.transaction(['run', 'items', 'thumbs'], 'readwrite');
  await Promise.all([
    changes.objectStore('items').clear(),
    changes.objectStore('thumbs').clear(),
    changes.objectStore('run').put(run, 'current'),
    ...items.map((item) => changes.objectStore('items').put(item)),
    changes.done
  ]);
  return run;
}

/** @throws DOMException */
export async function keepItem(item: BulkItem): Promise<void> {
  await (await database()).put('items', item);
}

/** A small picture of one that stays here, sealed. @throws DOMException */
export async function keepThumb({ key }: BulkRun, path: string, jpeg: Blob): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, await jpeg.arrayBuffer());
  await (await database()).put('thumbs', { iv, sealed }, path);
}

/** Null where none was made. @throws DOMException */
export async function thumbOf({ key }: BulkRun, path: string): Promise<Blob | null> {
  const kept = await (await database()).get('thumbs', path);
  if (!kept) return null;
  const jpeg = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, key, kept.sealed);
  return new Blob([jpeg], { type: 'image/jpeg' });
}

/** Nothing of the run is left on this device. @throws DOMException */
export async function forgetRun(): Promise<void> {
  const db = await database();
  const changes = db.transaction(['run', 'items', 'thumbs'], 'readwrite');
  await Promise.all([
    ...(['run', 'items', 'thumbs'] as const).map((name) => changes.objectStore(name).clear()),
    changes.done
  ]);
}

/** Its beginning: what is planned, or why it stays. */
export const whyUnplanned = (problem: Unplanned): string => `unplanned.${problem}`;
