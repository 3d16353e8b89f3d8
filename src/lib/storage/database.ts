import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from '$lib/flow/draft';
import type { OutboxItem } from '$lib/submission/outbox-item';

/** Everything kept on the device, in one place. */
interface Schema extends DBSchema {
  /** The one draft in progress, under the key `current`. */
  draft: { key: 'current'; value: Draft };
  /** Submissions not yet acknowledged, by submission id; sent in the order they were made. */
  outbox: { key: string; value: OutboxItem; indexes: { madeAt: number } };
}

const version = 1;
let opening: Promise<IDBPDatabase<Schema>> | undefined;

/** The database, opened once; a failed opening is forgotten, so that the next call tries again. */
export function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('gradframe', version, {
    upgrade(db) {
      db.createObjectStore('draft');
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('madeAt', 'madeAt');
    },
    terminated: () => (opening = undefined)
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}
