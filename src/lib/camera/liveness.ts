/** Seconds without a new frame after which the picture counts as standing still. */
const stillTicks = 4;
/** Until the first frame: a slow camera takes some seconds to start. */
const firstTicks = 12;
/** Seconds that the system may hold the picture back before the camera is opened anew. */
const pausedTicks = 6;
/** How often in a row it is opened anew by itself. */
const tries = 2;
/** Frames in a row after which it counts as mended. */
const mended = 30;
/** A camera in poor light gives some frames a second. */
const nextMs = 2_000;

/**
 * Whether new frames come. Counts seconds of a timer rather than the clock: a page that is busy or asleep is no camera
 * that stands still.
 */
export class Liveness {
  #silent = 0;
  #run = 0;
  #tried = 0;
  #waiting: (() => void)[] = [];

  /** A new frame. */
  seen(): void {
    this.#silent = 0;
    if (++this.#run >= mended) this.#tried = 0;
    for (const then of this.#waiting.splice(0)) then();
  }

  /**
   * A second has passed.
   *
   * @param paused the system says that it holds the picture back
   * @returns `still` when nothing new comes, `reopen` when the camera is to be opened anew besides
   */
  tick(paused: boolean): 'live' | 'still' | 'reopen' {
    this.#silent++;
    const patience = paused ? pausedTicks : this.#run ? stillTicks : firstTicks;
    if (this.#silent < patience) return 'live';
    if (this.#tried >= tries) return 'still';
    this.#tried++;
    return 'reopen';
  }

  /** A camera was closed: the count begins with the next. */
  rest(): void {
    this.#silent = 0;
    this.#run = 0;
  }

  /** True with the next frame; false when none comes. */
  next(): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), nextMs);
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
