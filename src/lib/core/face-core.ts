import { proxy, transfer } from 'comlink';
import type { CameraFrame, FaceWorkerApi, LiveAnswer, Outcome, ProgressListener } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';
import { within } from '$lib/platform/within';
import { scripts, visionAssets } from './assets';
import { WorkerOwner } from './worker-owner';

/** Milliseconds for one camera frame; the first of a session takes some seconds on a slow phone. */
const frameLimitMs = 20_000;

/** A camera that gives no frame in this time after the core has started is not waited for. */
const firstLookMs = 8_000;

let looked = () => {};
const firstLook = new Promise<void>((resolve) => (looked = resolve));

const owner = new WorkerOwner<FaceWorkerApi>({
  name: 'face',
  script: scripts.face,
  init: (api, onProgress) => api.init(visionAssets, proxy(onProgress))
});

/** Live analysis of camera frames. */
export const faceCore = {
  /** Loads wasm and model, once; tells the bytes so far. */
  warm: (onProgress?: ProgressListener): Promise<Outcome<null>> => owner.warm(onProgress),
  /** One unmirrored camera frame, handed over and closed; `timestampMs` must increase. */
  analyse: (
    frame: CameraFrame,
    timestampMs: number,
    standard: ResolvedStandard
  ): Promise<Outcome<LiveAnswer | null>> =>
    owner
      .call((api) => api.analyse(transfer(frame, [frame]), timestampMs, standard), {
        limitMs: frameLimitMs
      })
      .finally(looked),
  /** The landmarks alone of such a frame: how many faces. */
  detect: (frame: CameraFrame, timestampMs: number): Promise<Outcome<number>> =>
    owner.call((api) => api.detect(transfer(frame, [frame]), timestampMs), { limitMs: frameLimitMs }),
  /** Resolves once the first advice is there, should it be on its way: until then it needs the line for itself. */
  async advised(): Promise<void> {
    if (!owner.alive) return;
    await owner.settled();
    // No frame came.
    await within(firstLookMs, firstLook).catch(() => undefined);
  },
  /** Frees the worker and its model. */
  dispose: () => owner.dispose()
};
