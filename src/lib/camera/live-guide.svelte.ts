import { faceCore } from '$lib/core/face-core';
import { photoCore } from '$lib/core/photo-core';
import { isOurs } from '$lib/core/worker-owner';
import { debugLog } from '$lib/log/debug-log';
import { Sight } from '$lib/platform/sight';
import type { CameraFrame, CoreErrorCode, LiveAnswer, Report, Verdict } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';
import { firstAdvice, steadyAdvice } from './advice';
import { copyOf } from '$lib/core/camera-frame';
import { LabelWatch } from './label-watch';
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
  readonly #labels = new LabelWatch<CameraFrame>(
    async (frame) => {
      const answer = await photoCore.look(frame, this.#standard);
      return answer.ok ? answer.value : null;
    },
    () => performance.now()
  );

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

  /** Fetches what labels the sitter, which the shutter waits for a little. */
  async loadLabels(): Promise<void> {
    this.#labels.coming = true;
    if ((await photoCore.warm()).ok) await photoCore.loadLabels();
    this.#labels.coming = false;
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
    const quick = live.report.verdict;
    if (copy && quick !== 'fail' && this.#labels.passes()) void this.#askLabels(copy);
    this.#show(live, quick === 'pass' ? this.#labels.advice : null, at);
    const watched = watchShutter(this.#shutter, {
      // Whoever is still told of a failure is not counted down.
      verdict: this.advice !== null && this.verdict === 'fail' ? 'fail' : worse(quick, this.#labels.verdict),
      sharpness: copy ? live.sharpness : -Infinity,
      at
    });
    this.#shutter = watched.shutter;
    // On show from the first passing frame on: where frames are few, the next may be the last.
    this.progress =
      watched.shutter.passingSince === null ? watched.progress : Math.max(watched.progress, 0.01);
    if (watched.keep) this.#keep(copy);
    else copy?.close();
    if (watched.shutter.since === null) {
      this.#keep(null);
      this.#labels.rest();
    }
    return watched.fire && !this.#labels.awaited ? this.#release() : null;
  }

  /** Forgets the present run, e.g. after a still was taken. */
  rest(): void {
    this.#keep(null);
    this.#labels.rest();
    this.#shutter = restingShutter;
    this.progress = 0;
  }

  /** Lets the models go while no frame is looked at: the next `load` has them again. */
  free(): void {
    this.rest();
    faceCore.dispose();
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

  /** Beside the frames that go on being judged; the copy stays the caller's. */
  async #askLabels(copy: CameraFrame): Promise<void> {
    try {
      await this.#labels.ask(await copyOf(copy));
    } catch (error) {
      // No memory for one more copy: the photo is judged without having been looked at before.
      debugLog.warn('capture.copy', error);
    }
  }

  /** @param labelled what the labels advise besides, where nothing else is to be mended */
  #show(live: LiveAnswer, labelled: string | null, at: number): void {
    const first = this.live === null;
    this.live = live;
    const before = this.#advice;
    const advice = live.advice ?? labelled;
    this.#advice = first ? firstAdvice(advice, at) : steadyAdvice(before, advice, at);
    // The verdict goes with the words on show, not with a frame that has none of them.
    if (this.#advice.key === advice)
      this.#verdict = advice === live.advice ? live.report.verdict : this.#labels.verdict;
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

const worse = (one: Report['verdict'], other: Report['verdict']): Report['verdict'] =>
  (['fail', 'warn'] as const).find((verdict) => verdict === one || verdict === other) ?? 'pass';
