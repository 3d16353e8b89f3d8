import { log } from './log';

export interface Round {
  /** Ends after the round in hand. */
  stop(): Promise<void>;
}

/** Does `work` again and again, `ms` after it was last done; never twice at a time. A failure is logged. */
export function everyMs(ms: number, name: string, work: () => Promise<unknown>): Round {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let inHand: Promise<void> = Promise.resolve();
  let over = false;
  const next = () => {
    if (over) return;
    timer = setTimeout(() => {
      inHand = once();
    }, ms);
    // The server ends when it has answered its last request, not when the last round is due.
    timer.unref();
  };
  async function once(): Promise<void> {
    try {
      await work();
    } catch (error) {
      log.error('round.failed', error, { round: name });
    }
    next();
  }
  next();
  return {
    async stop() {
      over = true;
      clearTimeout(timer);
      await inHand;
    }
  };
}
