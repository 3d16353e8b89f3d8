import { proxy, transfer } from 'comlink';
import type {
  CameraFrame,
  Finished,
  FinishOptions,
  FinishStage,
  Outcome,
  PhotoWorkerApi,
  ProgressListener,
  Report
} from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';
import { fineAssets, labelAssets, photoAssets, scripts } from './assets';
import { WorkerOwner } from './worker-owner';

/** Milliseconds for one look at a camera frame, of which the first of a session takes some seconds on a slow phone. */
const lookLimitMs = 20_000;
/** Threads beyond these no longer make the fine engine faster (onnxruntime's own limit). */
const mostThreads = 4;

/** A photo worker of its own: from a still or a file to the finished photo and its report. */
export function makePhotoCore() {
  const owner = new WorkerOwner<PhotoWorkerApi>({
    name: 'photo',
    script: scripts.photo,
    init: (api, onProgress) => api.init(photoAssets, proxy(onProgress))
  });

  let threadsAtMost = mostThreads;

  return {
    /** Loads wasm and models, once. */
    warm: (): Promise<Outcome<null>> => owner.warm(),
    /** Loads the model that labels the sitter, 8 MB, once. Photos are finished without it, some rules then not asked. */
    loadLabels(
      onProgress?: ProgressListener,
      { signal }: { signal?: AbortSignal } = {}
    ): Promise<Outcome<null>> {
      return owner.call((api, tell) => api.loadLabels(labelAssets, proxy(tell)), { signal, onProgress });
    },
    /**
     * Loads the fine matte's engine, some 55 MB; not on devices that cannot hold it (`fineFits`). On several threads
     * where they start.
     */
    async loadFine(
      onProgress?: ProgressListener,
      { signal }: { signal?: AbortSignal } = {}
    ): Promise<Outcome<null>> {
      const load = () => {
        const threads = Math.min(threadsAtMost, navigator.hardwareConcurrency || 1);
        return owner.call((api, tell) => api.loadFine({ ...fineAssets, threads }, proxy(tell)), {
          signal,
          onProgress
        });
      };
      const loaded = await load();
      if (loaded.ok || loaded.code !== 'worker.dead' || threadsAtMost === 1) return loaded;
      threadsAtMost = 1;
      return load();
    },
    /** False where this device is known to lack the memory of the fine engine (half a gigabyte of at least four). */
    fineFits: () => ((navigator as { deviceMemory?: number }).deviceMemory ?? Infinity) >= 4,
    /** One camera frame, handed over and closed, by the rules that need the sitter labelled; null without the model. */
    look: (frame: CameraFrame, standard: ResolvedStandard): Promise<Outcome<Report | null>> =>
      owner.call((api) => api.look(transfer(frame, [frame]), standard), { limitMs: lookLimitMs }),
    /** A still is handed over and closed. Aborting answers `aborted`. */
    finish(
      source: Blob | CameraFrame,
      options: FinishOptions,
      { signal, onStage }: { signal?: AbortSignal; onStage?: (stage: FinishStage) => void } = {}
    ): Promise<Outcome<Finished>> {
      const given = source instanceof Blob ? source : transfer(source, [source]);
      return owner.call((api) => api.finish(given, options, onStage && proxy(onStage)), { signal });
    },
    /** Frees the worker and its models. */
    dispose: () => owner.dispose()
  };
}
export type PhotoCore = ReturnType<typeof makePhotoCore>;

/** The one that the flow's pages share. */
export const photoCore = makePhotoCore();
