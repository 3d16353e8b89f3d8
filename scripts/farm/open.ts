import type { Farm, FarmFiles } from '../../src/lib/server/farm/farm';
import type { FarmQueue } from '../../src/lib/server/farm/queue';
import type { SqlDatabase } from '../../src/lib/server/store/sql';

/** The farm as its commands share it. */
export interface OpenFarm {
  db: SqlDatabase;
  queue: FarmQueue;
  files: FarmFiles;
  farm: Farm;
}
