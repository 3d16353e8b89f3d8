import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { randomId } from './random-id';

interface Schema extends DBSchema {
  /** By the name of the work: who does it, and until when (ms since 1970) unless it is renewed. */
  lease: { key: string; value: { holder: string; until: number } };
}

interface Times {
  /** A holder that has died, or sleeps, keeps the others waiting for so long. */
  leaseMs?: number;
  /** How often those who wait look again. */
  lookMs?: number;
}

/**
 * Turns taken by a row in IndexedDB: it has an end, which its holder puts off while the work lasts. A page that slept
 * past its end may go on beside the next holder: what is done under a lease must bear being done twice.
 */
export class Leases {
  readonly #lease: number;
  readonly #look: number;
  #opening: Promise<IDBPDatabase<Schema>> | undefined;

  constructor({ leaseMs = 15_000, lookMs = 250 }: Times = {}) {
    this.#lease = leaseMs;
    this.#look = lookMs;
  }

  /** Waits for the turn, runs `work`, and gives the turn on. @throws what `work` throws, DOMException without a store */
  async hold<T>(name: string, work: () => Promise<T>): Promise<T> {
    const holder = randomId();
    while (!(await this.#take(name, holder))) await new Promise((again) => setTimeout(again, this.#look));
    const renewing = setInterval(() => {
      // Not renewed: another may begin before this one has ended, as after a sleep.
      this.#take(name, holder).catch(() => undefined);
    }, this.#lease / 3);
    try {
      return await work();
    } finally {
      clearInterval(renewing);
      await this.#give(name, holder).catch(() => {
        // It ends by itself.
      });
    }
  }

  /** True when the turn is this holder's from now on. */
  async #take(name: string, holder: string): Promise<boolean> {
    const transaction = (await this.#open()).transaction('lease', 'readwrite');
    const now = Date.now();
    const held = await transaction.store.get(name);
    // An end further off than any lease was written before the clock was put back.
    const free = !held || held.holder === holder || held.until <= now || held.until > now + this.#lease;
    if (free) await transaction.store.put({ holder, until: now + this.#lease }, name);
    await transaction.done;
    return free;
  }

  async #give(name: string, holder: string): Promise<void> {
    const transaction = (await this.#open()).transaction('lease', 'readwrite');
    if ((await transaction.store.get(name))?.holder === holder) await transaction.store.delete(name);
    await transaction.done;
  }

  /** A database of its own: turns are not data of the student, and need no upgrade of them. */
  #open(): Promise<IDBPDatabase<Schema>> {
    this.#opening ??= openDB<Schema>('gradframe-turns', 1, {
      upgrade: (db) => void db.createObjectStore('lease'),
      terminated: () => (this.#opening = undefined)
    }).catch((error: unknown) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }
}
