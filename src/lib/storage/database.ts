import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from '$lib/flow/draft';
import type { OutboxItem } from '$lib/submission/outbox-item';

/** Everything kept on the device, in one place. Shared by the pages and the service worker. */
export interface Schema extends DBSchema {
  /** The one draft in progress, under the key `current`. */
  draft: { key: 'current'; value: Draft };
  /**
   * Submissions not yet acknowledged. The key counts up by itself, so that they are sent in the order they were
   * made whatever the device's clock does.
   */
  outbox: { key: number; value: OutboxItem; indexes: { id: string } };
}

const version = 1;
let opening: Promise<IDBPDatabase<Schema>> | undefined;

/** The database, opened once; a failed opening is forgotten, so that the next call tries again. */
export function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('gradframe', version, {
    upgrade(db) {
      db.createObjectStore('draft');
      db.createObjectStore('outbox', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
    },
    terminated: () => (opening = undefined)
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}
