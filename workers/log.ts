import { outcome, type Outcome } from './errors';
import { traceOf, type Trace } from './trace';

/** One line of a worker's log. */
export type WorkerEntry =
  /** A stage begins: what the worker was doing, should it die. */
  | { stage: string; began: true }
  /** A stage is over; with `count`, the mean of so many. */
  | { stage: string; ms: number; count?: number }
  /** Something went wrong that did not end the call. */
  | { level: 'warn' | 'error'; code: string; trace: Trace };

/** How a worker's log reaches the page: beside comlink's messages, which have no `log`. */
export interface LogMessage {
  log: WorkerEntry;
}

/** Runs one stage of a recipe, timed; passes on what it returns or throws. */
export type StageTimer = <T>(stage: string, work: () => T) => T;

/** So many camera frames make one line. */
const framesPerLine = 100;

/**
 * What a worker does and for how long. Each worker owns one; the page keeps the lines (src/lib/log). Stages and codes
 * are words of the code, never anything of a picture.
 */
export class WorkerLog {
  readonly #post: (entry: WorkerEntry) => void;
  #stage: string | undefined;
  readonly #frames = new Map<string, { ms: number; count: number }>();

  constructor(post: (entry: WorkerEntry) => void) {
    this.#post = post;
  }

  /** The stage at work, or that the last failure happened in. */
  get stage(): string | undefined {
    return this.#stage;
  }

  /** Says which stage begins. */
  begin(stage: string): void {
    this.#stage = stage;
    this.#post({ stage, began: true });
  }

  /** Says how long a stage took. */
  took(stage: string, ms: number): void {
    this.#post({ stage, ms });
  }

  /** One stage, timed; `work` may be asynchronous. */
  time: StageTimer = (stage, work) => {
    const outer = this.#stage;
    this.begin(stage);
    const began = performance.now();
    const done = () => {
      this.took(stage, performance.now() - began);
      this.#stage = outer;
    };
    const result = work();
    // A failed stage stays the present one: the outcome names it.
    if (result instanceof Promise) void result.then(done, () => undefined);
    else done();
    return result;
  };

  /** As `took` for what happens many times a second: one line for every hundred. */
  frame(stage: string, ms: number): void {
    const seen = this.#frames.get(stage) ?? { ms: 0, count: 0 };
    seen.ms += ms;
    if (++seen.count < framesPerLine) this.#frames.set(stage, seen);
    else {
      this.#frames.delete(stage);
      this.#post({ stage, ms: seen.ms / seen.count, count: seen.count });
    }
  }

  /** Something that went wrong, and the call went on. */
  warn(code: string, error: unknown): void {
    this.#post({ level: 'warn', code, trace: traceOf(error, this.#stage) });
  }

  /** Something that no call answers for. */
  error(code: string, error: unknown): void {
    this.#post({ level: 'error', code, trace: traceOf(error, this.#stage) });
  }

  /** A call's answer; a failure carries the stage it happened in. */
  outcome<T>(work: () => Promise<T> | T): Promise<Outcome<T>> {
    this.#stage = undefined;
    return outcome(work, () => this.#stage);
  }
}

/** The log of the worker, or frame, that this runs in. What nobody awaited is in it too: it tells the page nothing otherwise. */
export function workerLog(tell: (message: LogMessage) => void): WorkerLog {
  const log = new WorkerLog((entry) => tell({ log: entry }));
  addEventListener('error', ({ error }) => log.error('worker.uncaught', error));
  addEventListener('unhandledrejection', ({ reason }) => log.error('worker.unhandled', reason));
  return log;
}
