/**
 * Keeps dear work to a share of all the time spent: after a dear piece of work, cheap work has to earn its time back
 * before the next. So a slow device does it less often rather than everything more slowly.
 */
export class Pace {
  readonly #price: number;
  /** Milliseconds of cheap work still to be earned. */
  #owed = 0;

  /** @param share of the time that may be dear, above 0 and below 1 */
  constructor(share: number) {
    this.#price = 1 / share - 1;
  }

  /** Whether dear work may be done now. */
  get due(): boolean {
    return this.#owed <= 0;
  }

  /** Cheap work took `ms`. */
  earn(ms: number): void {
    this.#owed -= ms;
  }

  /** Dear work took `ms`. */
  spend(ms: number): void {
    this.#owed = Math.max(0, this.#owed) + ms * this.#price;
  }
}
