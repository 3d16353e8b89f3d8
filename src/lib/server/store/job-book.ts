import type { JobState } from '$lib/api/contracts/admin';
import { errorCode, log } from '../log';
import type { SqlDatabase } from './sql';
import type { Job } from '../jobs/job';
import { iso, nowMs } from '../time';

/** How each job went last, for whoever looks after the endpoint; kept in the database, as any instance may have run it. */
export interface JobBook {
  /**
   * Runs a job once and notes how it went.
   *
   * @param last nothing tries this run again
   * @throws what the job throws
   */
  run(job: Job, last: boolean): Promise<void>;
  states(jobs: readonly Job[]): Promise<JobState[]>;
}

interface Row {
  name: string;
  began_at: string;
  ended_at: string | null;
  ms: number | null;
  failures: number;
  given_up: number;
  code: string;
}

/** The book of jobs in the database, shared by all instances. */
export function jobBook(db: SqlDatabase): JobBook {
  const ended = (job: Job, began: number, set: string, code: string) =>
    db.run(`UPDATE job SET ended_at = ?, ms = ?, code = ?, ${set} WHERE name = ?`, [
      iso(),
      nowMs() - began,
      code,
      job.name
    ]);

  return {
    async run(job, last) {
      const began = nowMs();
      await db.run(
        `INSERT INTO job (name, began_at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET began_at = excluded.began_at`,
        [job.name, new Date(began).toISOString()]
      );
      try {
        await job.work();
      } catch (error) {
        log.error('job.failed', error, { job: job.name, last });
        const set = `failures = failures + 1, given_up = given_up + ${last ? 1 : 0}`;
        // With the database gone nothing can be noted either; the failure is in the log.
        await ended(job, began, set, errorCode(error)).catch(() => undefined);
        throw error;
      }
      await ended(job, began, 'failures = 0', '');
    },
    async states(jobs) {
      const rows = await db.all<Row>('SELECT * FROM job');
      return Promise.all(
        jobs.map(async ({ name, everySeconds, waiting }) => {
          const row = rows.find((one) => one.name === name);
          return {
            name,
            everySeconds,
            waiting: waiting ? await waiting() : 0,
            beganAt: row?.began_at ?? null,
            endedAt: row?.ended_at ?? null,
            ms: row?.ms ?? null,
            failures: row?.failures ?? 0,
            givenUp: row?.given_up ?? 0,
            code: row?.code ?? ''
          };
        })
      );
    }
  };
}
