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
