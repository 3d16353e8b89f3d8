import { debugLog } from '$lib/log/debug-log';
import { copyOf } from '$lib/core/camera-frame';
import { photoCore } from '$lib/core/photo-core';
import { isOurs } from '$lib/core/worker-owner';
import { forgetPicture, keepPicture } from '$lib/cut-out/kept-picture';
import type { Shot } from '$lib/flow/draft';
import { shotOf } from '$lib/flow/shot';
import { Sight } from '$lib/platform/sight';
import { within } from '$lib/platform/within';
import type { CameraFrame, CoreErrorCode, Finished, FinishStage, Outcome } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';
import { comesTooLate } from './label-wait';

/**
 * What labels the sitter comes in this time, or the photo is finished without, as no photo is kept waiting by a slow
 * line: the check page asks the rules that are left once it is there. Not waited for at all where it is seen to be later.
 */
const labelsMs = 2_500;

/** From a still or a file to a shot for the check page, with its stages, its failure and a way to stop it. */
export class Finishing {
  /** `waiting` until the models are there and the recipe begins; null when nothing is at work. */
  stage = $state<FinishStage | 'waiting' | null>(null);
  failure = $state<CoreErrorCode | null>(null);
  /** Bytes of what labels the sitter so far, while they are waited for. */
  loading = $state.raw<{ loaded: number; total: number } | null>(null);
  /** A picture that was lost through no fault of its own: it may be tried again. */
  #again = $state.raw<{ source: CameraFrame | File; kind: Shot['kind'] } | null>(null);
  #stop: AbortController | null = null;
  readonly #sight = new Sight();
  readonly #standard: ResolvedStandard;

  constructor(standard: ResolvedStandard) {
    this.#standard = standard;
  }

  get busy(): boolean {
    return this.stage !== null;
  }

  /** The stage as it is told: where the background stays, the picture is only cropped. */
  get told(): FinishStage | 'waiting' | 'crop' | null {
    const { stage } = this;
    return !this.#standard.background && (stage === 'matte' || stage === 'finish') ? 'crop' : stage;
  }

  get canRetry(): boolean {
    return this.#again !== null;
  }

  /** Null when it failed (`failure` says how) or was cancelled. A still is handed over. */
  async run(source: CameraFrame | File, kind: Shot['kind']): Promise<Shot | null> {
    this.forget();
    forgetPicture();
    this.stage = 'waiting';
    const stop = (this.#stop = new AbortController());
    let spare = source;
    try {
      if (!(source instanceof Blob)) spare = await copyOf(source);
    } catch (error) {
      // no memory for a second copy: nothing is at work any more
      debugLog.warn('capture.copy', error);
      this.stage = null;
      this.failure = 'core.bug';
      return null;
    }
    this.#sight.wasHidden();
    await this.#labels(stop.signal);
    let answer = await this.#finish(source, kind, stop.signal);
    // What the browser took away while the page was hidden is had again without a word, once.
    if (!answer.ok && isOurs(answer.code) && this.#sight.wasHidden() && !stop.signal.aborted) {
      // No memory for another copy: told as it was.
      const again = spare instanceof Blob ? spare : await copyOf(spare).catch(() => null);
      if (again) answer = await this.#finish(again, kind, stop.signal);
    }
    this.stage = null;
    // What still comes for the check page is not cut off when this page is left.
    this.#stop = null;
    const free = () => !(spare instanceof Blob) && spare.close();
    if (!answer.ok && isOurs(answer.code)) this.#again = { source: spare, kind };
    else if (!answer.ok || stop.signal.aborted || !answer.value.photo) free();
    if (stop.signal.aborted) return null;
    if (!answer.ok) {
      this.failure = answer.code;
      return null;
    }
    const { photo, ms } = answer.value;
    // The check page may make another cut-out of it.
    if (photo) keepPicture({ source: spare, jpeg: photo.jpeg, ms: ms.total });
    return shotOf(answer.value, kind, answer.value.before);
  }

  /** Never fails: what did not come is told by the report. */
  async #labels(signal: AbortSignal): Promise<void> {
    const until = performance.now() + labelsMs;
    let first: { loaded: number; at: number } | undefined;
    const work = new Promise<void>((resolve) => {
      const tell = (bytes: { loaded: number; total: number }) => {
        this.loading = bytes;
        const now = { loaded: bytes.loaded, at: performance.now() };
        first ??= now;
        if (comesTooLate(first, now, TOOL_BYTES.labelModel, until)) resolve();
      };
      // An answer of any kind is waited for no more.
      void photoCore.loadLabels(tell, { signal }).finally(resolve);
    });
    try {
      await within(labelsMs, work);
    } catch {
      // A slow line: it goes on coming for the check page and the next photo.
    } finally {
      this.loading = null;
    }
  }

  #finish(source: CameraFrame | File, kind: Shot['kind'], signal: AbortSignal): Promise<Outcome<Finished>> {
    return photoCore.finish(
      source,
      {
        kind,
        standard: this.#standard,
        matte: 'auto',
        force: false,
        emit: { alpha: false, overlay: false, before: true }
      },
      { signal, onStage: (stage) => (this.stage = signal.aborted ? null : stage) }
    );
  }

  /** The lost picture once more. */
  async retry(): Promise<Shot | null> {
    const again = this.#again;
    this.#again = null;
    return again && this.run(again.source, again.kind);
  }

  cancel(): void {
    this.#stop?.abort();
  }

  /** Lets go of a picture that was kept for another try. */
  forget(): void {
    const source = this.#again?.source;
    if (source && !(source instanceof Blob)) source.close();
    this.#again = null;
    this.failure = null;
  }

  dispose(): void {
    this.cancel();
    this.forget();
    this.#sight.dispose();
    photoCore.dispose();
  }
}
