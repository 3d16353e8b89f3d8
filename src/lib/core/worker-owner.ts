import { wrap, type Remote } from 'comlink';
import type { CoreErrorCode, Outcome } from '$workers/protocol';

/**
 * Owns one worker: starts it on first use, starts it once more if it dies, and answers every call with an
 * outcome, so that a dead worker, a failed load or an abort never throws into a page.
 *
 * `Api.init` is called with `assets` once per worker life; a rejected start is forgotten, so the next call
 * tries again.
 */
export class WorkerOwner<Api extends object> {
  readonly #make: () => Worker;
  readonly #init: (api: Remote<Api>) => Promise<Outcome<null>>;
  #life: Life<Api> | undefined;
  #deaths = 0;

  constructor(make: () => Worker, init: (api: Remote<Api>) => Promise<Outcome<null>>) {
    this.#make = make;
    this.#init = init;
  }

  /** Loads models now rather than at the first call. */
  async warm(): Promise<Outcome<null>> {
    return this.#start().ready;
  }

  /**
   * One call into the worker. Aborting ends the worker (its work cannot be interrupted otherwise) and answers
   * `aborted`; the next call starts a fresh one.
   */
  async call<T>(
    use: (api: Remote<Api>) => Promise<Outcome<T>>,
    { signal }: { signal?: AbortSignal } = {}
  ): Promise<Outcome<T>> {
    if (signal?.aborted) return { ok: false, code: 'aborted' };
    const life = this.#start();
    const abort = () => this.#end(life, 'aborted');
    signal?.addEventListener('abort', abort, { once: true });
    try {
      const ready = await Promise.race([life.ready, life.death]);
      if (!ready.ok) return ready;
      return await Promise.race([use(life.api), life.death]);
    } catch {
      // comlink rejects when a message cannot be read or the worker is gone
      return { ok: false, code: 'worker.dead' };
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }

  /** Frees the worker and its models; a later call starts a new one. */
  dispose(): void {
    if (this.#life) this.#end(this.#life, 'aborted');
  }

  /** How often the worker died by itself so far. */
  get deaths(): number {
    return this.#deaths;
  }

  #start(): Life<Api> {
    if (this.#life) return this.#life;
    const worker = this.#make();
    const api = wrap<Api>(worker);
    let die!: (code: CoreErrorCode) => void;
    const death = new Promise<{ ok: false; code: CoreErrorCode }>((resolve) => {
      die = (code) => resolve({ ok: false, code });
    });
    const life: Life<Api> = { worker, api, die, death, ready: death };
    this.#life = life;
    const died = (event: Event) => {
      event.preventDefault();
      this.#deaths++;
      this.#end(life, 'worker.dead');
    };
    worker.addEventListener('error', died);
    worker.addEventListener('messageerror', died);
    life.ready = Promise.race([this.#init(api), death]).then((answer) => {
      if (!answer.ok) this.#end(life, answer.code);
      return answer;
    });
    return life;
  }

  #end(life: Life<Api>, code: CoreErrorCode): void {
    life.die(code);
    life.worker.terminate();
    if (this.#life === life) this.#life = undefined;
  }
}

interface Life<Api> {
  worker: Worker;
  api: Remote<Api>;
  ready: Promise<Outcome<null>>;
  death: Promise<{ ok: false; code: CoreErrorCode }>;
  die: (code: CoreErrorCode) => void;
}
