import type { JobBook } from '../store/job-book';
import { usualRetries, type Job, type Retries, type Runner } from './job';

/** Runs jobs in this process, each so long after its last run as it is due; never one twice at a time. */
export function runInProcess(jobs: readonly Job[], book: JobBook, retries: Retries = usualRetries): Runner {
  const runners = jobs.map((job) => runOne(job, book, retries));
  return { stop: async () => void (await Promise.all(runners.map((runner) => runner.stop()))) };
}

function runOne(job: Job, book: JobBook, { limit, delaySeconds }: Retries): Runner {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inHand: Promise<void> = Promise.resolve();
  let over = false;
  const after = (seconds: number, tries: number) => {
    if (over) return;
    timer = setTimeout(() => {
      inHand = once(tries);
    }, seconds * 1000);
    // The server ends when it has answered its last request, not when the last run is due.
    timer.unref();
  };
  async function once(tries: number): Promise<void> {
    try {
      await book.run(job, tries >= limit);
      after(job.everySeconds, 0);
    } catch {
      // The book has it in the log.
      if (tries < limit) after(delaySeconds * 2 ** tries, tries + 1);
      else after(job.everySeconds, 0);
    }
  }
  after(job.everySeconds, 0);
  return {
    async stop() {
      over = true;
      clearTimeout(timer);
      await inHand;
    }
  };
}
