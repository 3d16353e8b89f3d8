import { proxy, transfer } from 'comlink';
import type { CameraFrame, FaceWorkerApi, LiveAnswer, Outcome, ProgressListener } from '$workers/protocol';
import { visionAssets } from './assets';
import { WorkerOwner } from './worker-owner';

const listeners = new Set<ProgressListener>();

const owner = new WorkerOwner<FaceWorkerApi>(
  () => new Worker(new URL('../../../workers/face.worker.ts', import.meta.url), { type: 'module' }),
  (api) =>
    api.init(
      visionAssets,
      proxy<ProgressListener>((progress) => listeners.forEach((listener) => listener(progress)))
    )
);

/** Live analysis of camera frames. */
export const faceCore = {
  /** Loads wasm and model, once; tells the bytes so far. */
  async warm(onProgress?: ProgressListener): Promise<Outcome<null>> {
    if (onProgress) listeners.add(onProgress);
    try {
      return await owner.warm();
    } finally {
      if (onProgress) listeners.delete(onProgress);
    }
  },
  /** One unmirrored camera frame, handed over and closed; `timestampMs` must increase. */
  analyse: (frame: CameraFrame, timestampMs: number, standard: string): Promise<Outcome<LiveAnswer>> =>
    owner.call((api) => api.analyse(transfer(frame, [frame]), timestampMs, standard)),
  /** The landmarks alone of such a frame: how many faces. */
  detect: (frame: CameraFrame, timestampMs: number): Promise<Outcome<number>> =>
    owner.call((api) => api.detect(transfer(frame, [frame]), timestampMs)),
  /** Frees the worker and its model. */
  dispose: () => owner.dispose()
};
