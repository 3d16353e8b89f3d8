import { faceCore } from '$lib/core/face-core';
import { isOurs } from '$lib/core/worker-owner';
import { Sight } from '$lib/platform/sight';
import type { CameraFrame, CoreErrorCode, LiveAnswer, Verdict } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';
import { firstAdvice, steadyAdvice } from './advice';
import { copyOf } from '$lib/core/camera-frame';
import { restingShutter, watchShutter } from './shutter';

/** Looks at camera frames: what to say, how far the automatic shutter is, and which frame it would take. */
export class LiveGuide {
  /** Bytes of the models so far; null once they are there. */
  loading = $state<{ loaded: number; total: number } | null>({ loaded: 0, total: 0 });
  /** Why it cannot look any more. */
  failure = $state<CoreErrorCode | null>(null);
  live = $state.raw<LiveAnswer | null>(null);
  /** 0…1 of the way to the shutter. */
  progress = $state(0);
  readonly #standard: ResolvedStandard;
  #advice = $state.raw(firstAdvice(null, 0));
  #verdict = $state<Verdict>('na');
  #shutter = restingShutter;
  /** The best frame of the present run without a failure. */
  #kept: CameraFrame | null = null;
  #over = false;
  readonly #sight = new Sight();

  constructor(standard: ResolvedStandard) {
    this.#standard = standard;
  }

  /** Key of the advice to show, held still long enough to be read; null when everything passes. */
  get advice(): string | null {
    return this.#advice.key;
  }

  /** Of the advice on show; `na` before the first frame was judged. */
  get verdict(): Verdict {
    return this.#verdict;
  }

  /** Fetches the models, and again after a failure. */
  async load(): Promise<boolean> {
    this.failure = null;
    this.loading = { loaded: 0, total: 0 };
    const ready = await faceCore.warm((bytes) => (this.loading = bytes));
    this.loading = null;
    if (!ready.ok && !this.#over) this.failure = ready.code;
    return ready.ok;
  }

  get ready(): boolean {
    return this.loading === null && this.failure === null;
  }

  /** Judges one frame, which it closes; answers the picture to take when the shutter fires. */
  async look(frame: CameraFrame): Promise<CameraFrame | null> {
    const at = performance.now();
    // Only a frame in a run without a failure can be the picture.
    const copy = this.#shutter.since === null ? null : await copyOf(frame);
    const answer = await faceCore.analyse(frame, at, this.#standard);
    if (!answer.ok || this.#over) {
      copy?.close();
      if (!answer.ok && answer.code !== 'aborted') await this.#fail(answer.code);
      return null;
    }
    this.#sight.wasHidden();
    const { value: live } = answer;
    if (live === null) {
      copy?.close();
      return null;
    }
    this.#show(live, at);
    const watched = watchShutter(this.#shutter, {
      // Whoever is still told of a failure is not counted down.
      verdict: this.advice !== null && this.verdict === 'fail' ? 'fail' : live.report.verdict,
      sharpness: copy ? live.sharpness : -Infinity,
      at
    });
    this.#shutter = watched.shutter;
    // On show from the first passing frame on: where frames are few, the next may be the last.
    this.progress =
      watched.shutter.passingSince === null ? watched.progress : Math.max(watched.progress, 0.01);
    if (watched.keep) this.#keep(copy);
    else copy?.close();
    if (watched.shutter.since === null) this.#keep(null);
    return watched.fire ? this.#release() : null;
  }

  /** Forgets the present run, e.g. after a still was taken. */
  rest(): void {
    this.#keep(null);
    this.#shutter = restingShutter;
    this.progress = 0;
  }

  dispose(): void {
    this.#over = true;
    this.#sight.dispose();
    this.rest();
    faceCore.dispose();
  }

  /** What the browser took away while the page was hidden is had again without a word, once. */
  async #fail(code: CoreErrorCode): Promise<void> {
    if (!this.#over && isOurs(code) && this.#sight.wasHidden()) await this.load();
    else this.failure = code;
  }

  #show(live: LiveAnswer, at: number): void {
    const first = this.live === null;
    this.live = live;
    const before = this.#advice;
    this.#advice = first ? firstAdvice(live.advice, at) : steadyAdvice(before, live.advice, at);
    // The verdict goes with the words on show, not with a frame that has none of them.
    if (this.#advice.key === live.advice) this.#verdict = live.report.verdict;
  }

  #keep(frame: CameraFrame | null): void {
    this.#kept?.close();
    this.#kept = frame;
  }

  #release(): CameraFrame | null {
    const frame = this.#kept;
    this.#kept = null;
    this.rest();
    return frame;
  }
}
