import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from '$lib/flow/draft';
import type { KioskState, SealedItem } from '$lib/kiosk/kept';
import type { PublicCampaign } from '$lib/api/contracts/campaign';
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
  /** The unit's default campaign as it was last seen, under the key `default`. */
  campaign: { key: 'default'; value: PublicCampaign };
  /** How a kiosk was set up and what it has counted, under the key `state`; empty on a student's own device. */
  kiosk: { key: 'state'; value: KioskState };
  /** What a kiosk has taken, sealed to the endpoint, in the order it was taken. */
  sealed: { key: number; value: SealedItem };
  /** A random id of this device, under the key `id`. */
  device: { key: 'id'; value: string };
}

const version = 3;
let opening: Promise<IDBPDatabase<Schema>> | undefined;

/** The database, opened once; a failed opening is forgotten, so that the next call tries again. */
export function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= openDB<Schema>('gradframe', version, {
    upgrade(db, from) {
      if (from < 1) {
        db.createObjectStore('draft');
        db.createObjectStore('outbox', { autoIncrement: true }).createIndex('id', 'id', { unique: true });
      }
      if (from < 2) {
        db.createObjectStore('campaign');
        db.createObjectStore('kiosk');
        db.createObjectStore('sealed', { autoIncrement: true });
      }
      if (from < 3) db.createObjectStore('device');
    },
    // A newer version of the product wants to change it: let go, and open anew when it is needed.
    blocking(_current, _wanted, event) {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated: () => (opening = undefined)
  }).catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}
