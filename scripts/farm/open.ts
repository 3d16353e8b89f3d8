import { setTimeout as wait } from 'node:timers/promises';
import type { Farm, FarmFiles } from '../../src/lib/server/farm/farm';
import type { FarmQueue } from '../../src/lib/server/farm/queue';
import { log } from '../../src/lib/server/log';
import type { SqlDatabase } from '../../src/lib/server/store/sql';

/** The farm as its commands share it. */
export interface OpenFarm {
  db: SqlDatabase;
  queue: FarmQueue;
  files: FarmFiles;
  farm: Farm;
}

/** Whether the database and the store can be worked with. */
export async function answers({ db, files }: Pick<OpenFarm, 'db' | 'files'>): Promise<boolean> {
  try {
    await db.get('SELECT 1 AS one');
    await files.pictures.check();
    return true;
  } catch (error) {
    log.warn('farm.away', error);
    return false;
  }
}

/** What does not answer at the start is waited for so long, and asked so often, ms. */
const patience = { limitMs: 120_000, againMs: 1_000 };

/** Opens what may be starting itself. @throws what `open` throws, after a while */
export async function patiently<T>(open: () => Promise<T>, { limitMs, againMs } = patience): Promise<T> {
  for (const began = performance.now(); ; await wait(againMs)) {
    try {
      return await open();
    } catch (error) {
      if (performance.now() - began > limitMs) throw error;
      log.warn('farm.opening', error);
    }
  }
}
