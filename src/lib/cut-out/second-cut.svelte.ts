import { photoCore } from '$lib/core/photo-core';
import type { Shot } from '$lib/flow/draft';
import { shotOf } from '$lib/flow/shot';
import type { CoreErrorCode, Finished, FinishStage, MatteEngine, Outcome } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';
import { sameBytes, type KeptPicture } from './kept-picture';
import { remake } from './remake';

/** The other cut-out of a shot's own picture, with its download, its stages, its failure and a way to stop it. */
export class SecondCut {
  /** `download` while the engine comes, `waiting` until the recipe begins; null when nothing is at work. */
  stage = $state<FinishStage | 'download' | 'waiting' | null>(null);
  /** Bytes of the engine so far; `total` 0 while unknown. */
  progress = $state.raw({ loaded: 0, total: 0 });
  failure = $state<CoreErrorCode | null>(null);
  /** The shot made first, and the other one; null until it is made. */
  readonly first: Shot;
  second = $state.raw<Shot | null>(null);
  /** By which engine the other cut-out is made. */
  readonly engine: MatteEngine;
  readonly #picture: KeptPicture;
  readonly #standard: ResolvedStandard;
  #stop: AbortController | null = null;

  constructor(first: Shot, picture: KeptPicture, standard: ResolvedStandard) {
    this.first = first;
    this.engine = first.matte?.engine === 'fine' ? 'fast' : 'fine';
    this.#picture = picture;
    this.#standard = standard;
  }

  get busy(): boolean {
    return this.stage !== null;
  }

  /** Milliseconds that the first cut-out took. */
  get firstMs(): number {
    return this.#picture.ms;
  }

  /** Both, once the second is made. */
  get both(): readonly [Shot, Shot] | null {
    return this.second && [this.first, this.second];
  }

  /** Which of the two a shot is, 0 or 1; −1 where it is neither (another tab took one). */
  indexOf({ jpeg }: Pick<Shot, 'jpeg'>): number {
    return [this.first, this.second].findIndex((shot) => shot?.jpeg && jpeg && sameBytes(shot.jpeg, jpeg));
  }

  /** Makes it; where it fails, `failure` says how and the first shot stays as it is. */
  async make(): Promise<void> {
    if (this.busy || this.second) return;
    this.failure = null;
    const stop = (this.#stop = new AbortController());
    const { first } = this;
    const answer = await this.#finish(stop.signal);
    if (stop.signal.aborted) return;
    this.stage = null;
    if (!answer.ok) this.failure = answer.code;
    // The same picture passed before.
    else if (!answer.value.photo) this.failure = 'core.bug';
    else this.second = shotOf(answer.value, first.kind, first.before, first.moved);
    if (this.second) photoCore.dispose();
  }

  /** Ends the worker, and with it the download and the engine's memory. */
  cancel(): void {
    if (!this.busy) return;
    this.#stop?.abort();
    this.stage = null;
    photoCore.dispose();
  }

  #finish(signal: AbortSignal): Promise<Outcome<Finished>> {
    const { first, engine } = this;
    this.progress = { loaded: 0, total: 0 };
    return remake(
      this.#picture,
      { kind: first.kind, standard: this.#standard, engine, crop: first.moved?.crop },
      {
        signal,
        onProgress: (progress) => (this.progress = progress),
        onStage: (stage) => (this.stage = signal.aborted ? null : stage)
      }
    );
  }
}
