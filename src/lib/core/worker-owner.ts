import { wrap, type Remote } from 'comlink';
import { debugLog } from '$lib/log/debug-log';
import type {
  CoreErrorCode,
  Failure,
  LogMessage,
  Outcome,
  ProgressListener,
  Trace,
  WorkerEntry
} from '$workers/protocol';
import { placeOf, traceOf } from '$workers/trace';
import { Deadline } from './deadline';
import { frameHome, hasModuleWorkers, workerHome, type Home } from './home';

/**
 * Milliseconds without a byte or a stage while a worker starts. Longer than a stalled transfer takes to be noticed
 * (workers/download.ts), and than a slow phone needs to compile the largest wasm file.
 */
const startLimitMs = 60_000;
/** Milliseconds of one stage of a call; the longest, the fine matte, takes some ten seconds on a slow phone. */
const callLimitMs = 60_000;

/** What a worker is made of, and how it is told where its files are. */
export interface WorkerSetup<Api> {
  /** In the log, e.g. `photo`. */
  name: string;
  /** URL of the worker's script. */
  script: string;
  /** Called once per worker life. */
  init: (api: Remote<Api>, onProgress: ProgressListener) => Promise<Outcome<null>>;
}

interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Without an answer or a sign of life for so long, the worker is given up. */
  limitMs?: number;
  /** What the call itself fetches. */
  onProgress?: ProgressListener | undefined;
}

/**
 * Owns one worker: starts it on first use, starts it anew after it died, and answers every call with an outcome, so
 * that a dead worker, a failed load or an abort never throws into a page. A failed start is forgotten, so the next
 * call tries again. Every failure is in the debug log with its cause. Where workers lack what it needs, it lives in a
 * frame of the page, under the same limits.
 */
export class WorkerOwner<Api extends object> {
  readonly #setup: WorkerSetup<Api>;
  readonly #listeners = new Set<ProgressListener>();
  #life: Life<Api> | undefined;
  /** Workers of this browser were asked, and do not do. */
  #inFrame = false;

  constructor(setup: WorkerSetup<Api>) {
    this.#setup = setup;
  }

  /** Loads models now rather than at the first call; tells the bytes so far. */
  async warm(onProgress?: ProgressListener): Promise<Outcome<null>> {
    if (onProgress) this.#listeners.add(onProgress);
    try {
      return await this.#start().ready;
    } catch (error) {
      return this.#note(failure('core.bug', traceOf(error, 'start')));
    } finally {
      if (onProgress) this.#listeners.delete(onProgress);
    }
  }

  /** Resolves once it is not starting. */
  async settled(): Promise<void> {
    await this.#life?.ready;
  }

  /** It was started, and has not ended. */
  get alive(): boolean {
    return this.#life !== undefined;
  }

  /**
   * One call into the worker. Aborting ends the worker (its work cannot be interrupted otherwise) and answers
   * `aborted`; the next call starts a fresh one.
   */
  async call<T>(
    use: (api: Remote<Api>, onProgress: ProgressListener) => Promise<Outcome<T>>,
    { signal, limitMs = callLimitMs, onProgress }: CallOptions = {}
  ): Promise<Outcome<T>> {
    if (signal?.aborted) return failure('aborted');
    let life: Life<Api> | undefined;
    let deadline: Deadline | undefined;
    const abort = () => life && this.#end(life, failure('aborted'));
    try {
      const present = (life = this.#start());
      present.calls++;
      signal?.addEventListener('abort', abort, { once: true });
      const ready = await Promise.race([life.ready, life.death]);
      if (!ready.ok) return ready;
      deadline = this.#deadline(life, limitMs, 'worker.dead');
      const tell: ProgressListener = (progress) => {
        extend(present);
        onProgress?.(progress);
      };
      const answer = use(life.api, tell).then((one) => {
        if (one.ok) return one;
        // What it lost does not come back: the next call starts it anew.
        return lasting.includes(one.code) ? this.#end(present, one) : this.#note(one);
      });
      return await Promise.race([answer, life.death]);
    } catch (error) {
      // A message that could not be posted or read: what the worker does now is unknown.
      const failed = failure('core.bug', traceOf(error, 'message'));
      return life ? this.#end(life, failed) : this.#note(failed);
    } finally {
      deadline?.stop();
      if (deadline) life?.deadlines.delete(deadline);
      signal?.removeEventListener('abort', abort);
      if (life && --life.calls === 0) this.#endIdle(life);
    }
  }

  /**
   * Frees the worker and its models; a later call starts a new one. One that still starts or answers a call does so
   * afterwards, since what it fetches would have to come again otherwise, unless it is called before.
   */
  dispose(): void {
    const life = this.#life;
    if (!life) return;
    life.unwanted = true;
    void life.ready.then(() => this.#endIdle(life));
  }

  #endIdle(life: Life<Api>): void {
    if (life.unwanted && life.calls === 0) this.#end(life, failure('aborted'));
  }

  #start(): Life<Api> {
    if (this.#life) {
      this.#life.unwanted = false;
      return this.#life;
    }
    let die!: (failed: Failure) => void;
    const death = new Promise<Failure>((resolve) => (die = resolve));
    const life = {
      die,
      death,
      ready: death,
      deadlines: new Set(),
      calls: 0,
      heard: false,
      unwanted: false
    } as NewLife as Life<Api>;
    this.#life = life;
    this.#settle(life);
    life.ready = this.#ready(life);
    return life;
  }

  /** Gives a life its home: a worker, or a frame where workers do not do. */
  #settle(life: Life<Api>): void {
    this.#inFrame ||= !hasModuleWorkers();
    const settle = this.#inFrame ? frameHome : workerHome;
    life.heard = false;
    life.home = settle(this.#setup.script, {
      message: (data) => this.#hear(life, data as Partial<LogMessage>),
      died: (event) => {
        event.preventDefault();
        // Before its first word the script itself did not come.
        this.#end(life, failure(life.heard ? 'worker.dead' : 'model.load', placeOf(event, life.stage)));
      }
    });
    life.api = wrap<Api>(life.home.endpoint);
  }

  async #ready(life: Life<Api>): Promise<Outcome<null>> {
    const deadline = this.#deadline(life, startLimitMs, 'model.load');
    const tell: ProgressListener = (progress) => {
      extend(life);
      this.#listeners.forEach((listener) => listener(progress));
    };
    try {
      const init = () =>
        Promise.race([life.home.ready.then(() => this.#setup.init(life.api, tell)), life.death]);
      let answer = await init();
      if (!answer.ok && answer.code === 'browser.unfit' && !this.#inFrame) {
        this.#note(answer);
        this.#inFrame = true;
        life.home.end();
        this.#settle(life);
        answer = await init();
      }
      return answer.ok ? answer : this.#end(life, answer);
    } catch (error) {
      return this.#end(life, failure('core.bug', traceOf(error, 'start')));
    } finally {
      deadline.stop();
      life.deadlines.delete(deadline);
    }
  }

  #deadline(life: Life<Api>, limitMs: number, code: CoreErrorCode): Deadline {
    const deadline = new Deadline(limitMs, () => {
      const message = `no sign of life in ${limitMs / 1000} s`;
      this.#end(life, failure(code, { ...(life.stage && { stage: life.stage }), name: 'deadline', message }));
    });
    life.deadlines.add(deadline);
    return deadline;
  }

  /** A line of the worker's log, which also tells that it lives. */
  #hear(life: Life<Api>, { log }: Partial<LogMessage>): void {
    life.heard = true;
    if (!log) return;
    if ('stage' in log) life.stage = 'began' in log ? log.stage : undefined;
    extend(life);
    debugLog.add({ worker: this.#setup.name, ...log });
  }

  #end(life: Life<Api>, failed: Failure): Failure {
    if (!life.over) {
      life.over = true;
      life.die(failed);
      life.home.end();
      this.#note(failed);
    }
    if (this.#life === life) this.#life = undefined;
    return failed;
  }

  /** Into the log: what is ours as an error, what is the file's or the user's as it is. */
  #note(failed: Failure): Failure {
    const { code, trace = { name: 'none' } } = failed;
    const level = isOurs(code) ? 'error' : 'info';
    if (code !== 'aborted') debugLog.add({ worker: this.#setup.name, level, code, trace });
    return failed;
  }
}

/** What a worker answers that is of no use any more. */
const lasting: readonly CoreErrorCode[] = ['graphics.lost', 'worker.dead'];

/** Lost through no fault of the picture: the same call may be tried again. */
export const isOurs = (code: CoreErrorCode): boolean => ours.includes(code);
const ours: readonly CoreErrorCode[] = [
  'core.bug',
  'worker.dead',
  'model.load',
  'model.memory',
  'browser.unfit',
  'graphics.lost',
  'file.damaged',
  'network.captive'
];

const failure = (code: CoreErrorCode, trace?: Trace): Failure => ({
  ok: false,
  code,
  ...(trace && { trace })
});

const extend = ({ deadlines }: { deadlines: ReadonlySet<Deadline> }) =>
  deadlines.forEach((deadline) => deadline.extend());

interface NewLife {
  ready: Promise<Outcome<null>>;
  death: Promise<Failure>;
  die: (failed: Failure) => void;
  over?: true;
  /** Nobody needs it any more. */
  unwanted: boolean;
  deadlines: Set<Deadline>;
  /** Not answered yet. */
  calls: number;
  /** It has said something: its script came and ran. */
  heard: boolean;
  /** What it began last and did not finish. */
  stage?: Extract<WorkerEntry, { stage: string }>['stage'] | undefined;
}

/** Once it has a home. */
interface Life<Api> extends NewLife {
  home: Home;
  api: Remote<Api>;
}
