import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { coded, mostTries, type FarmOptions } from '../../src/lib/server/farm/farm';
import type { Claim } from '../../src/lib/server/farm/queue';
import { errorCode, log } from '../../src/lib/server/log';
import { countWaiting } from '../../src/lib/server/store/farm';
import { answers, type OpenFarm } from './open';
import { failureOf } from './failure';
import type { Finisher } from './finisher';
import type { WorkerMetrics } from './metrics';

/** Between two looks at an empty queue, ms. */
const lookMs = 1_000;
/** Leases are prolonged so often, ms: several times within one. */
const beatMs = 8_000;
/** What is in hand at SIGTERM has so long to be finished; the rest is given back, ms. */
const graceMs = 8_000;
/** Between two tries to reach the store or the database, ms. */
const usualAgainMs = 500;
/** A worker that can finish nothing gives back what it took, and looks again so much later, ms. */
const unfitMs = 5_000;

export interface WorkerParts extends OpenFarm {
  finisher: Pick<Finisher, 'finish'>;
  metrics: WorkerMetrics;
  /** Where pictures lie while they are finished. */
  folder: string;
}

/**
 * Takes pictures off the queue and finishes them. One lane more than there are pages: while each page works, the next
 * picture is claimed and read, and the last one is stored.
 */
export class FarmWorker {
  readonly #parts: WorkerParts;
  readonly #jobs: number;
  readonly #untilEmpty: boolean;
  readonly #againMs: number;
  readonly #held = new Map<string, Claim>();
  #stopping = false;
  /** Nothing more is written: what was in hand has been given back. */
  #over = false;
  #wake = () => {};
  readonly #woken: Promise<void>;

  constructor(
    parts: WorkerParts,
    { jobs, untilEmpty, againMs = usualAgainMs }: { jobs: number; untilEmpty: boolean; againMs?: number }
  ) {
    this.#parts = parts;
    this.#jobs = jobs;
    this.#untilEmpty = untilEmpty;
    this.#againMs = againMs;
    this.#woken = new Promise((resolve) => (this.#wake = resolve));
  }

  /** Pictures in hand. */
  get held(): number {
    return this.#held.size;
  }

  /** Resolves when it was stopped, or nothing waits any more. */
  async run(): Promise<void> {
    const beating = setInterval(() => void this.#beat(), beatMs);
    const lanes = Promise.all(Array.from({ length: this.#jobs + 1 }, () => this.#lane()));
    try {
      await Promise.race([lanes, this.#woken.then(() => wait(graceMs, undefined, { ref: false }))]);
    } finally {
      clearInterval(beating);
      this.#over = true;
      for (const claim of this.#held.values())
        await this.#parts.queue
          .giveBack(claim)
          // Its lease ends by itself.
          .catch((error: unknown) => log.warn('farm.giveBack', error));
    }
  }

  /** Takes no more; what is in hand is finished, or given back after a while. */
  stop(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    return Promise.resolve();
  }

  async #lane(): Promise<void> {
    while (!this.#stopping) {
      const began = performance.now();
      const claim = await this.#parts.farm.claim();
      if (!claim) {
        if (this.#untilEmpty && (await this.#isEmpty())) return;
        await Promise.race([wait(lookMs), this.#woken]);
        continue;
      }
      this.#parts.metrics.time('claim', performance.now() - began);
      this.#held.set(claim.id, claim);
      await this.#work(claim);
      if (!this.#over) this.#held.delete(claim.id);
    }
  }

  async #isEmpty(): Promise<boolean> {
    try {
      return (await countWaiting(this.#parts.db)) === 0;
    } catch (error) {
      log.warn('farm.count', error);
      // asked again
      return false;
    }
  }

  async #work(claim: Claim): Promise<void> {
    const { farm, finisher, metrics, folder } = this.#parts;
    const path = join(folder, `${claim.id}.picture`);
    try {
      if (claim.tries >= mostTries) return await this.#settle(claim, () => farm.dead(claim, 'farm.lost'));
      const reading = performance.now();
      const options = await this.#read(claim, path);
      if (!options) return;
      metrics.time('read', performance.now() - reading);
      let finishing = performance.now();
      const { fields, jpeg } = await finisher.finish(path, options, () => (finishing = performance.now()));
      metrics.time('finish', performance.now() - finishing);
      const failure = failureOf(fields.error);
      if (failure === 'try' || failure === 'worker') return await this.#failed(claim, fields.error!);
      const storing = performance.now();
      await this.#settle(claim, () =>
        failure ? farm.dead(claim, fields.error!) : farm.done(claim, fields, jpeg)
      );
      metrics.time('store', performance.now() - storing);
      metrics.ended(fields.verdict);
    } catch (error) {
      log.warn('farm.failed', error, { picture: claim.picture });
      await this.#failed(claim, errorCode(error));
    } finally {
      await rm(path, { force: true });
    }
  }

  /**
   * Brings a picture's bytes to `path`, again until store and database answer: no fault of the picture. Null when the
   * worker ends.
   *
   * @throws where both answer and the picture still cannot be read; coded `farm.disk` where it cannot be written here
   */
  async #read(claim: Claim, path: string): Promise<FarmOptions | null> {
    const { farm } = this.#parts;
    while (!this.#over) {
      try {
        const picture = await farm.pictureOf(claim);
        const options = await farm.optionsOf(claim);
        await writeFile(path, picture).catch((cause: unknown) => {
          throw coded('farm.disk', cause);
        });
        return options;
      } catch (error) {
        if (await answers(this.#parts)) throw error;
        log.warn('farm.read', error, { picture: claim.picture });
        this.#parts.metrics.note('waited');
        await wait(this.#againMs);
      }
    }
    return null;
  }

  async #failed(claim: Claim, code: string): Promise<void> {
    this.#parts.metrics.tried(code);
    if (failureOf(code) === 'worker') {
      await this.#settle(claim, () => this.#parts.queue.giveBack(claim));
      // It may be another worker's by now.
      this.#held.delete(claim.id);
      await Promise.race([wait(unfitMs), this.#woken]);
      return;
    }
    await this.#settle(claim, async () => {
      if (await this.#parts.farm.failed(claim, code)) this.#parts.metrics.ended('error');
    });
  }

  /** Writes down what came of a picture, again until the database and the store answer; each may be done twice. */
  async #settle(claim: Claim, write: () => Promise<unknown>): Promise<void> {
    while (!this.#over) {
      try {
        await write();
        return;
      } catch (error) {
        log.warn('farm.settle', error, { picture: claim.picture });
        await wait(this.#againMs);
      }
    }
  }

  async #beat(): Promise<void> {
    const claims = [...this.#held.values()];
    try {
      const still = await this.#parts.queue.beat(claims);
      for (const claim of claims) {
        // One that was settled meanwhile is held no more.
        if (still.includes(claim.id) || !this.#held.has(claim.id)) continue;
        log.warn('farm.lost', undefined, { picture: claim.picture });
        this.#parts.metrics.note('lost');
      }
    } catch (error) {
      log.warn('farm.beat', error);
    }
  }
}
