/** A worker with its engines and one picture takes so much memory, GB (`npm run bench finish-memory`). */
const workerGb = 0.6;
/** Of the device's memory, what pictures may take: the rest is the browser's and the system's. */
const share = 0.5;
/** Another worker stays where all of them together finish so much more. */
const worthwhile = 1.12;
/** Photos after which a rate is taken for true, for each worker. */
const sample = 4;

/** How many workers this device could hold, by its cores and, where the browser tells it, its memory in GB. */
export function mostWorkers(cores: number, memoryGb: number | undefined): number {
  const byMemory = memoryGb === undefined ? 4 : Math.floor((memoryGb * share) / workerGb);
  return Math.max(1, Math.min(cores, byMemory));
}

/**
 * Finds by measuring how many workers finish the most: begins with one, adds another while that pays, and goes back where
 * it did not.
 */
export class Crew {
  #count = 1;
  #best = 0;
  #settled: boolean;
  #done = 0;
  #began: number;
  readonly #most: number;

  /** @param most see `mostWorkers` @param now ms */
  constructor(most: number, now: number) {
    this.#most = most;
    this.#began = now;
    this.#settled = most <= 1;
  }

  get count(): number {
    return this.#count;
  }

  /** A photo is done; the engines of a new worker are loaded by its first. */
  done(now: number): void {
    if (this.#settled) return;
    this.#done++;
    // The first of each worker loads its engines, and tells nothing.
    if (this.#done === this.#count) this.#began = now;
    if (this.#done < this.#count * (sample + 1)) return;
    const rate = (this.#count * sample) / Math.max(1, now - this.#began);
    if (this.#count > 1 && rate < this.#best * worthwhile) {
      this.#settled = true;
      this.#count--;
      return;
    }
    this.#best = rate;
    if (this.#count >= this.#most) this.#settled = true;
    else this.#restart(this.#count + 1, now);
  }

  /** There was no memory for so many: no more than one fewer from now on. */
  tooMany(): void {
    this.#settled = true;
    this.#count = Math.max(1, this.#count - 1);
  }

  /** After a pause, what was measured before it is no measure. */
  resume(now: number): void {
    this.#restart(this.#count, now);
  }

  #restart(count: number, now: number): void {
    this.#count = count;
    this.#done = 0;
    this.#began = now;
  }
}
