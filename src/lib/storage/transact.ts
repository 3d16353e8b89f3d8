import type { IDBPTransaction, StoreNames } from 'idb';
import { within } from '$lib/platform/within';
import { database, dropConnection, type Schema } from './database';

type Mode = 'readonly' | 'readwrite';
type Names = StoreNames<Schema>[];

/** A transaction that takes longer is one that the browser has lost. */
const limitMs = 10_000;
/**
 * How a lost connection shows: closed by another tab or by the system (`InvalidStateError`, `AbortError`), in WebKit a
 * process that ended (`UnknownError`), or silence.
 */
const lost = ['InvalidStateError', 'AbortError', 'UnknownError', 'TimeoutError', 'TransactionInactiveError'];

/**
 * Does `work` in one transaction, all or nothing, and once more over a new connection where the first was lost.
 *
 * @param work may run twice: it changes nothing but the stores
 * @throws DOMException where nothing can be kept, or no room is left
 */
export async function transact<const N extends Names, M extends Mode, T>(
  stores: N,
  mode: M,
  work: (transaction: IDBPTransaction<Schema, N, M>) => Promise<T>
): Promise<T> {
  try {
    return await once(stores, mode, work);
  } catch (error) {
    if (!(error instanceof DOMException && lost.includes(error.name))) throw error;
    await dropConnection();
    return once(stores, mode, work);
  }
}

async function once<const N extends Names, M extends Mode, T>(
  stores: N,
  mode: M,
  work: (transaction: IDBPTransaction<Schema, N, M>) => Promise<T>
): Promise<T> {
  const transaction = (await database()).transaction(stores, mode);
  // Awaited below unless a request fails first, which then tells.
  transaction.done.catch(() => undefined);
  try {
    const result = await within(limitMs, work(transaction));
    await within(limitMs, transaction.done);
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // it has ended already
    }
    throw transaction.error ?? error;
  }
}
