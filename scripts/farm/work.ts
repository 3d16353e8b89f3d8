import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { log } from '../../src/lib/server/log';
import { countWaiting } from '../../src/lib/server/store/farm';
import { UsageError } from '../headless/arguments';
import { ensureBrowser, noBrowser } from '../lib/browser.mjs';
import { must } from '../lib/run.mjs';
import { isBuilt, startServer } from '../lib/server.mjs';
import type { WorkCommand } from './arguments';
import { answers, type OpenFarm } from './open';
import { Finisher } from './finisher';
import { serveWorker, workerMetrics } from './metrics';
import { FarmWorker } from './worker';

/** The app alone is served to the browser here: nothing of the endpoint's data, and none of its jobs. */
const bare = {
  HOST: '127.0.0.1',
  GRADFRAME_DATABASE: undefined,
  GRADFRAME_PHOTOS: undefined,
  GRADFRAME_CAMPAIGNS: undefined,
  GRADFRAME_FILE_KEYS: undefined
};

/** Finishes pictures until SIGTERM or SIGINT, or until none waits. */
export async function runWorker(open: OpenFarm, command: WorkCommand): Promise<number> {
  const executablePath = await ensureBrowser();
  if (!executablePath) throw new UsageError(noBrowser);
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-farm-'));
  const app = await startServer({ env: bare });
  const metrics = workerMetrics(async () => ({
    held: worker.held,
    waiting: await countWaiting(open.db).catch((error: unknown) => {
      // What the worker itself knows is told all the same.
      log.warn('farm.count', error);
      return Number.NaN;
    }),
    browserMb: await finisher.memory()
  }));
  const finisher = new Finisher({
    executablePath,
    url: app.url,
    jobs: command.jobs,
    renew: command.renew,
    note: (event) => {
      log.info(`farm.${event}`);
      metrics.note(event);
    }
  });
  const worker = new FarmWorker({ ...open, finisher, metrics, folder }, command);
  const isWell = async () => finisher.isWell() && (await answers(open));
  const served = command.serve && (await serveWorker(command.serve, metrics, isWell));
  const end = () => void worker.stop();
  process.once('SIGTERM', end).once('SIGINT', end);
  try {
    await finisher.warm();
    log.info('farm.started', { jobs: command.jobs, ...(served && { port: served.port }) });
    await worker.run();
    return 0;
  } finally {
    process.off('SIGTERM', end).off('SIGINT', end);
    served?.stop();
    await finisher.close();
    await app.stop();
    await rm(folder, { recursive: true, force: true });
    log.info('farm.ended');
  }
}
