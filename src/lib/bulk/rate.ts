/** Of so many lately, and for no longer, ms. */
const most = 60;
const windowMs = 3 * 60_000;

/** Photos a minute, of the last ones. */
export class Rate {
  #times: number[] = [];

  /** One more is done at `now`, ms; null while there are too few to tell. */
  done(now: number): number | null {
    this.#times.push(now);
    while (this.#times.length > most || now - this.#times[0]! > windowMs) this.#times.shift();
    const spanMs = now - this.#times[0]!;
    return this.#times.length < 3 || spanMs <= 0 ? null : ((this.#times.length - 1) * 60_000) / spanMs;
  }

  /** What was before a pause is no measure. */
  pause(): void {
    this.#times = [];
  }
}
