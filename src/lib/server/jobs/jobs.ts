import type { JobState } from '$lib/api/contracts/admin';
import { isPostgres } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { jobBook } from '../store/job-book';
import { runInProcess } from './in-process';
import type { Job } from './job';
import { runOverPgBoss } from './pg-boss';

/** What goes on by itself until the server ends. */
export interface Jobs {
  states(): Promise<JobState[]>;
  stop(): Promise<void>;
}

/** Over PostgreSQL one of several endpoints runs each; over SQLite there is one. @param address the database's */
export function startJobs(db: SqlDatabase, address: string, jobs: readonly Job[]): Jobs {
  const book = jobBook(db);
  const shared = isPostgres(address) ? jobs.filter(({ everywhere }) => !everywhere) : [];
  const own = jobs.filter((job) => !shared.includes(job));
  const runners = [runInProcess(own, book), ...(shared.length ? [runOverPgBoss(address, shared, book)] : [])];
  return {
    states: () => book.states(jobs),
    stop: async () => void (await Promise.all(runners.map((runner) => runner.stop())))
  };
}
