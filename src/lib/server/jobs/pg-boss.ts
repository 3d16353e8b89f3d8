import type PgBoss from 'pg-boss';
import { errorCode, log } from '../log';
import type { JobBook } from '../store/job-book';
import { usualRetries, type Job, type Retries, type Runner } from './job';

/** Where jobs go that were given up. */
export const deadLetters = 'given-up';
/** What waits is looked for at least so often, s. */
const lookSeconds = 10;
/** A run that takes longer, and longer than its job's stretch of time, is taken for dead and tried again, s. */
const expireSeconds = 120;
const maintenanceSeconds = 30;
const keepSeconds = 2 * 3600;
const connections = 3;
/** What the connections' pool takes too: as long as a statement of the endpoint's own may take. */
const limits = { connectionTimeoutMillis: 5_000, query_timeout: 15_000, keepAlive: true };
const pauseMs = 2_000;

/**
 * Runs jobs over the queues of pg-boss in the same PostgreSQL: of several endpoints one runs a job when it is due. A
 * pg-boss whose connections broke, as when PostgreSQL starts again, is replaced.
 */
export function runOverPgBoss(
  address: string,
  jobs: readonly Job[],
  book: JobBook,
  retries: Retries = usualRetries
): Runner {
  let over = false;
  let end = () => {};
  const ending = new Promise<void>((resolve) => (end = resolve));
  const pause = () => Promise.race([ending, new Promise((resolve) => setTimeout(resolve, pauseMs).unref())]);

  const untold: Untold = new Map();
  async function supervise(): Promise<void> {
    while (!over) {
      try {
        const worker = await startWorker(address, jobs, { book, retries, untold });
        await Promise.race([worker.broken, ending]);
        await worker.stop();
      } catch (error) {
        log.warn('jobs.unavailable', error);
      }
      if (over) return;
      await pause();
      log.warn('jobs.restarted');
    }
  }
  const running = supervise();
  return {
    async stop() {
      over = true;
      end();
      await running;
    }
  };
}

/** Runs that ended, by id, until pg-boss knows: the connection may break just then. */
type Untold = Map<string, { name: string; failure: string | null }>;

async function tellEnd(boss: PgBoss, untold: Untold, id: string): Promise<void> {
  const { name, failure } = untold.get(id)!;
  if (failure === null) await boss.complete(name, id);
  else await boss.fail(name, id, { code: failure });
  untold.delete(id);
}

interface Worker {
  /** Resolves when it can work no more. */
  broken: Promise<void>;
  stop(): Promise<void>;
}

/**
 * A pg-boss with every queue, and what fetches from them. The library's own workers await no answer when they tell how
 * a run went: a connection that breaks then would end the process.
 *
 * @throws when PostgreSQL does not answer
 */
async function startWorker(
  address: string,
  jobs: readonly Job[],
  { book, retries, untold }: { book: JobBook; retries: Retries; untold: Untold }
): Promise<Worker> {
  const { default: Made } = await import('pg-boss');
  const boss = new Made({
    ...limits,
    connectionString: address,
    application_name: 'gradframe-jobs',
    max: connections,
    schedule: false,
    maintenanceIntervalSeconds: maintenanceSeconds,
    archiveCompletedAfterSeconds: keepSeconds,
    deleteAfterDays: 7
  });
  let tellBroken = () => {};
  const broken = new Promise<void>((resolve) => (tellBroken = resolve));
  const failed = (error: unknown) => {
    log.warn('jobs.error', error);
    tellBroken();
  };
  boss.on('error', failed);
  const lookers: Runner[] = [];
  const stop = async () => {
    await Promise.all(lookers.map((looker) => looker.stop()));
    await boss.stop({ graceful: false });
  };
  try {
    await boss.start();
    await boss.createQueue(deadLetters, { name: deadLetters });
    for (const id of untold.keys()) await tellEnd(boss, untold, id);
    for (const job of jobs) {
      await makeQueue(boss, job, retries);
      lookers.push(lookAfter(boss, job, { book, untold, failed }));
    }
  } catch (error) {
    await stop().catch((further: unknown) => log.warn('jobs.error', further));
    throw error;
  }
  return { broken, stop };
}

async function makeQueue(boss: PgBoss, { name, everySeconds }: Job, { limit, delaySeconds }: Retries) {
  const options = {
    name,
    // One that waits, one that runs.
    policy: 'stately' as const,
    retryLimit: limit,
    retryDelay: delaySeconds,
    retryBackoff: true,
    expireInSeconds: Math.max(expireSeconds, everySeconds),
    deadLetter: deadLetters
  };
  await boss.createQueue(name, options);
  await boss.updateQueue(name, options);
}

/** Asks for a run when it is due, of one stretch of time once among all endpoints, and works on what waits. */
function lookAfter(
  boss: PgBoss,
  job: Job,
  { book, untold, failed }: { book: JobBook; untold: Untold; failed: (error: unknown) => void }
): Runner {
  const { name, everySeconds } = job;
  let inHand: Promise<void> | null = null;
  let over = false;
  async function look(): Promise<void> {
    await boss.send(name, {}, { singletonSeconds: everySeconds });
    while (!over) {
      const [run] = await boss.fetch(name, { includeMetadata: true, batchSize: 1 });
      if (!run) return;
      // The book has in the log what it fails with.
      const failure = await book.run(job, run.retryCount >= run.retryLimit).then(() => null, errorCode);
      untold.set(run.id, { name, failure });
      await tellEnd(boss, untold, run.id);
    }
  }
  const clock = setInterval(
    () => {
      inHand ??= look()
        .catch(failed)
        .finally(() => (inHand = null));
    },
    Math.min(everySeconds, lookSeconds) * 1000
  );
  clock.unref();
  return {
    async stop() {
      over = true;
      clearInterval(clock);
      await inHand;
    }
  };
}
