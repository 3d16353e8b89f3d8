import { photoCore } from '$lib/core/photo-core';
import type { Shot } from '$lib/flow/draft';
import { shotOf } from '$lib/flow/shot';
import type { CoreErrorCode, Finished, Outcome } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';
import type { KeptPicture } from './kept-picture';
import { remake } from './remake';

/**
 * The rules that need the sitter labelled, asked of a photo that was finished before the model was there: it goes on
 * coming while the student looks at the photo.
 */
export class LateCheck {
  busy = $state(false);
  /** Bytes of the model so far; null while none is on its way. */
  progress = $state.raw<{ loaded: number; total: number } | null>(null);
  failure = $state<CoreErrorCode | null>(null);
  #stop: AbortController | null = null;

  constructor(
    private readonly picture: KeptPicture,
    private readonly standard: ResolvedStandard
  ) {}

  /** The shot made anew with its whole report; null where it failed (`failure` says how) or was stopped. */
  async ask(shot: Shot): Promise<Shot | null> {
    if (this.busy) return null;
    this.busy = true;
    this.failure = null;
    const stop = (this.#stop = new AbortController());
    const answer = await this.#ask(shot, stop.signal);
    this.progress = null;
    this.busy = false;
    if (stop.signal.aborted) return null;
    photoCore.dispose();
    if (answer.ok) return shotOf(answer.value, shot.kind, shot.before, shot.moved);
    if (answer.code !== 'aborted') this.failure = answer.code;
    return null;
  }

  /** What is on its way goes on coming, should another photo be taken. */
  cancel(): void {
    if (!this.busy) return;
    this.#stop?.abort();
    photoCore.dispose();
  }

  async #ask({ kind, matte, moved }: Shot, signal: AbortSignal): Promise<Outcome<Finished>> {
    const labels = await photoCore.loadLabels((bytes) => (this.progress = bytes));
    this.progress = null;
    if (!labels.ok) return labels;
    if (signal.aborted) return { ok: false, code: 'aborted' };
    const { picture, standard } = this;
    const again = { kind, standard, engine: matte?.engine ?? 'fast', crop: moved?.crop } as const;
    return remake(picture, again, { signal, onStage: () => undefined });
  }
}
