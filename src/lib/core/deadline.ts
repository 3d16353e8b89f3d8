const tickMs = 1000;

/**
 * Calls `late` once, after `limitMs` without a sign of life. Counts ticks of a timer rather than the clock: while a
 * phone sleeps or a page is frozen, the worker stands still as well.
 */
export class Deadline {
  readonly #limit: number;
  readonly #timer: ReturnType<typeof setInterval>;
  #left: number;

  constructor(limitMs: number, late: () => void) {
    this.#limit = this.#left = Math.ceil(limitMs / tickMs);
    this.#timer = setInterval(() => {
      if (--this.#left > 0) return;
      this.stop();
      late();
    }, tickMs);
  }

  /** A sign of life: the time begins anew. */
  extend(): void {
    this.#left = this.#limit;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
