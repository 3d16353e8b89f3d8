/** Counts whole seconds down to an act; only one at a time, and it can be stopped. */
export class Timer {
  /** Seconds left; null while it does not run. */
  left = $state<number | null>(null);
  #handle: ReturnType<typeof setInterval> | undefined;

  /** @param seconds from 1 on @param then called once when they are over */
  start(seconds: number, then: () => void): void {
    this.stop();
    const end = performance.now() + seconds * 1000;
    this.left = seconds;
    this.#handle = setInterval(() => {
      const left = Math.ceil((end - performance.now()) / 1000);
      if (left > 0) {
        this.left = left;
        return;
      }
      this.stop();
      then();
    }, 100);
  }

  stop(): void {
    clearInterval(this.#handle);
    this.left = null;
  }
}
