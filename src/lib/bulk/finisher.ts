import { makePhotoCore, type PhotoCore } from '$lib/core/photo-core';
import { isOurs } from '$lib/core/worker-owner';
import type { Finished, Outcome } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';

/** A worker is replaced after so many photos: the memory of WASM never shrinks. */
const renewAfter = 100;

/** One photo worker after the other. */
export class BulkFinisher {
  #core: PhotoCore | null = null;
  #count = 0;

  /** Finishes a picture; once more in a fresh worker where it was lost through no fault of its own. */
  async finish(picture: Blob, standard: ResolvedStandard, signal: AbortSignal): Promise<Outcome<Finished>> {
    if (this.#count >= renewAfter) this.dispose();
    const answer = await this.#once(picture, standard, signal);
    if (answer.ok || !isOurs(answer.code) || signal.aborted) return answer;
    this.dispose();
    return this.#once(picture, standard, signal);
  }

  async #once(picture: Blob, standard: ResolvedStandard, signal: AbortSignal): Promise<Outcome<Finished>> {
    const core = (this.#core ??= makePhotoCore());
    this.#count++;
    const labels = await core.loadLabels(undefined, { signal });
    if (!labels.ok) return labels;
    return core.finish(
      picture,
      {
        kind: 'upload',
        standard,
        matte: 'fast',
        force: false,
        emit: { alpha: false, overlay: false, before: true }
      },
      { signal }
    );
  }

  dispose(): void {
    this.#core?.dispose();
    this.#core = null;
    this.#count = 0;
  }
}
