import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from '$lib/flow/draft';
import type { KioskState, SealedItem } from '$lib/kiosk/types';
import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { within } from '$lib/platform/within';
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
/** An open that has not been answered by then waits for another tab, or for a deletion behind one. */
const slowMs = 3_000;
/** After so long whoever asked goes on without; the database is used as soon as it opens. */
const openLimitMs = 30_000;

/**
 * `waiting`: another tab stands in the way of opening it; `newer`: a newer version of the product has changed it, which
 * this page cannot read; `open`: all is well.
 */
export type DatabaseState = 'waiting' | 'newer' | 'open';
const watchers = new Set<(state: DatabaseState) => void>();
let opening: Promise<IDBPDatabase<Schema>> | undefined;

/** Calls `then` whenever it is found to wait, or opened at last; answers how to stop. */
export function watchDatabase(then: (state: DatabaseState) => void): () => void {
  watchers.add(then);
  return () => watchers.delete(then);
}

const tell = (state: DatabaseState) => watchers.forEach((then) => then(state));

/**
 * The database, opened once; a failed opening is forgotten, so that the next call tries again.
 *
 * @throws DOMException where nothing can be kept, or it did not open in time
 */
export function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= open();
  return within(openLimitMs, opening);
}

/** Lets go of a connection that the browser has lost: the next call opens another. */
export async function dropConnection(): Promise<void> {
  const lost = opening;
  opening = undefined;
  try {
    if (lost) (await within(slowMs, lost)).close();
  } catch {
    // it was never open
  }
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const slow = setTimeout(() => tell('waiting'), slowMs);
  try {
    const db = await openDB<Schema>('gradframe', version, {
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
      blocked: () => tell('waiting'),
      // A newer version of the product wants to change it: let go, and open anew when it is needed.
      blocking(_current, _wanted, event) {
        (event.target as IDBDatabase).close();
        opening = undefined;
      },
      terminated: () => (opening = undefined)
    });
    tell('open');
    return db;
  } catch (error) {
    opening = undefined;
    if (error instanceof DOMException && error.name === 'VersionError') tell('newer');
    throw error;
  } finally {
    clearTimeout(slow);
  }
}
