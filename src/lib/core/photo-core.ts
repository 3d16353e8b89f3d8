import { proxy, transfer } from 'comlink';
import type {
  FinishAnswer,
  FinishOptions,
  FinishStage,
  Outcome,
  PhotoWorkerApi,
  ProgressListener
} from '$workers/protocol';
import { fineAssets, photoAssets } from './assets';
import { WorkerOwner } from './worker-owner';

const listeners = new Set<ProgressListener>();

const owner = new WorkerOwner<PhotoWorkerApi>(
  () => new Worker(new URL('../../../workers/photo.worker.ts', import.meta.url), { type: 'module' }),
  (api) =>
    api.init(
      photoAssets,
      proxy<ProgressListener>((progress) => listeners.forEach((listener) => listener(progress)))
    )
);

/** From a still or a file to the finished photo and its report. */
export const photoCore = {
  /** Loads wasm and models, once; tells the bytes so far. */
  async warm(onProgress?: ProgressListener): Promise<Outcome<null>> {
    if (onProgress) listeners.add(onProgress);
    try {
      return await owner.warm();
    } finally {
      if (onProgress) listeners.delete(onProgress);
    }
  },
  /** Loads the fine matte's engine, some 55 MB; not on devices that cannot hold it (`fineFits`). */
  loadFine(onProgress?: ProgressListener, { signal }: { signal?: AbortSignal } = {}): Promise<Outcome<null>> {
    return owner.call((api) => api.loadFine(fineAssets, onProgress && proxy(onProgress)), { signal });
  },
  /** Whether this device is known to have the memory that the fine engine takes (half a gigabyte). */
  fineFits: () => ((navigator as { deviceMemory?: number }).deviceMemory ?? 0) >= 4,
  /** A bitmap is handed over and closed. Aborting answers `aborted`. */
  finish(
    source: Blob | ImageBitmap,
    options: FinishOptions,
    { signal, onStage }: { signal?: AbortSignal; onStage?: (stage: FinishStage) => void } = {}
  ): Promise<Outcome<FinishAnswer>> {
    const given = source instanceof ImageBitmap ? transfer(source, [source]) : source;
    return owner.call((api) => api.finish(given, options, onStage && proxy(onStage)), { signal });
  },
  /** Frees the worker and its models. */
  dispose: () => owner.dispose()
};
