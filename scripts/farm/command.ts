import { resolve } from 'node:path';
import { databaseAddress, dataFolder, farmStore, fileKeys, settings } from '../../src/lib/server/config';
import { openFarm } from '../../src/lib/server/farm/farm';
import { farmFiles } from '../../src/lib/server/farm/place';
import { farmQueue, type FarmQueue } from '../../src/lib/server/farm/queue';
import { isPostgres, openDatabase } from '../../src/lib/server/store/open';
import { UsageError } from '../headless/arguments';
import { root } from '../lib/run.mjs';
import type { FarmCommand } from './arguments';
import { patiently, type OpenFarm } from './open';
import { printRows } from './rows';
import { printStatus } from './status';
import { submit } from './submit';
import { runWorker } from './work';

/**
 * Runs a command of the farm by the endpoint's own configuration; answers the exit status.
 *
 * @throws UsageError
 */
export async function runFarm(command: FarmCommand): Promise<number> {
  // As the served endpoint has it, whatever folder this is started in.
  process.env.GRADFRAME_DATA = resolve(root, dataFolder());
  const address = databaseAddress();
  if (!isPostgres(address))
    throw new UsageError('The farm needs PostgreSQL: set GRADFRAME_DATABASE to postgres://…');
  const opening = () => openAt(address);
  // A supervisor may start a worker while the database starts, too.
  const open = command.name === 'work' ? await patiently(opening) : await opening();
  try {
    return await run(open, command);
  } finally {
    await open.queue.stop();
    await open.db.close();
  }
}

/** @throws when the database or the store does not answer */
async function openAt(address: string): Promise<OpenFarm> {
  const db = await openDatabase(address);
  let queue: FarmQueue | undefined;
  try {
    queue = await farmQueue(db);
    const files = await farmFiles(farmStore(), fileKeys(), settings());
    return { db, queue, files, farm: openFarm(db, queue, files) };
  } catch (error) {
    await queue?.stop();
    await db.close();
    throw error;
  }
}

async function run(open: OpenFarm, command: FarmCommand): Promise<number> {
  switch (command.name) {
    case 'submit':
      return submit(open, command);
    case 'work':
      return runWorker(open, command);
    case 'status':
      return printStatus(open.db, command.watch);
    case 'rows':
      return printRows(open, command);
    case 'retry':
      console.log(JSON.stringify({ retried: await open.farm.retry(command.code) }));
      return 0;
  }
}
