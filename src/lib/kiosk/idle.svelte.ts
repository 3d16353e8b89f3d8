/**
 * Watches whether anybody is still there. Counts on the monotonic clock, so that setting the device's clock changes
 * nothing.
 */
class Idle {
  /** Whole seconds until everything is forgotten; null while there is no need to say so. */
  left = $state<number | null>(null);
  #since = 0;

  /** Somebody did something, or stands before the camera. */
  touch(): void {
    this.#since = performance.now();
    this.left = null;
  }

  /** @returns how to stop; `gone` is called once when the countdown has ended */
  watch(idleSeconds: number, countdownSeconds: number, gone: () => void): () => void {
    this.touch();
    const timer = setInterval(() => {
      const idle = (performance.now() - this.#since) / 1000;
      const left = Math.ceil(idleSeconds + countdownSeconds - idle);
      this.left = idle < idleSeconds ? null : Math.max(0, left);
      if (left > 0) return;
      clearInterval(timer);
      gone();
    }, 250);
    // While it is asked, only an answer counts: what opened it must not also close it.
    const touched = () => {
      if (this.left === null) this.touch();
    };
    const signs = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;
    for (const sign of signs) addEventListener(sign, touched, { passive: true });
    return () => {
      clearInterval(timer);
      this.left = null;
      for (const sign of signs) removeEventListener(sign, touched);
    };
  }
}

export const idle = new Idle();
