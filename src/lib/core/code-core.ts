import { proxy, transfer } from 'comlink';
import script from '$workers/code.worker?worker&url';
import type { CodeWorkerApi, DecodeAnswer, Outcome } from '$workers/protocol';
import { codeAssets } from './assets';
import { WorkerOwner } from './worker-owner';

/** Milliseconds for one camera frame; the decoder's own budget is a fraction of a second. */
const frameLimitMs = 20_000;

const owner = new WorkerOwner<CodeWorkerApi>({
  name: 'code',
  script,
  init: (api, onProgress) => api.init(codeAssets, proxy(onProgress))
});

/** Reads collection codes from picture files and camera frames. */
export const codeCore = {
  /** A picture file through the whole cascade; aborting answers `aborted`. */
  decodeFile: (file: Blob, { signal }: { signal?: AbortSignal } = {}): Promise<Outcome<DecodeAnswer>> =>
    owner.call((api) => api.decodeFile(file), { signal }),
  /** One camera frame, handed over and closed; answers within about `budgetMs`. */
  decodeFrame: (frame: ImageBitmap, budgetMs: number): Promise<Outcome<DecodeAnswer>> =>
    owner.call((api) => api.decodeFrame(transfer(frame, [frame]), budgetMs), { limitMs: frameLimitMs }),
  /** Frees the worker. */
  dispose: () => owner.dispose()
};
