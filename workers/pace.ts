/**
 * Duty-cycle limiter: after t ms of expensive work, none until cheap work has taken t · (1 / share − 1) ms. So a slow
 * device does the expensive work less often rather than everything more slowly.
 */
export class Pace {
  readonly #price: number;
  /** Milliseconds of cheap work until expensive work is due. */
  #owed = 0;

  /** @param share of the time that may go into expensive work, above 0 and below 1 */
  constructor(share: number) {
    this.#price = 1 / share - 1;
  }

  /** Whether expensive work may be done now. */
  get due(): boolean {
    return this.#owed <= 0;
  }

  /** Cheap work took `ms`. */
  earn(ms: number): void {
    this.#owed -= ms;
  }

  /** Expensive work took `ms`. */
  spend(ms: number): void {
    this.#owed = Math.max(0, this.#owed) + ms * this.#price;
  }
}
