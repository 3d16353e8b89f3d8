import { BrowserPicture, bitmapOf } from './adapters/browser-picture';
import { needGraphics, pixelCanvas } from './adapters/canvas';
import { startFaceTracker } from './adapters/mediapipe-faces';
import { startPersonSegmenter } from './adapters/mediapipe-person';
import { VisionRuntime } from './adapters/vision-runtime';
import { serve, tellPage } from './adapters/serve';
import { download } from './download';
import { CoreError, starting } from './errors';
import type { FindFaces, SegmentPerson } from './finish/engines';
import type { Picture } from './image/picture';
import { startKernels } from './kernels';
import { LiveJudge } from './live/live-judge';
import { workerLog } from './log';
import type { CameraFrame, FaceWorkerApi } from './protocol';

let started: { track: Awaited<ReturnType<typeof startFaceTracker>>; live: LiveJudge } | undefined;
/** Comes behind the first advice, which needs the line and this thread for itself. */
let person: SegmentPerson | undefined;
let seekPerson: (() => Promise<void>) | undefined;
let canvas: OffscreenCanvas | undefined;
/** Between two tries to have it. */
const againMs = 10_000;
const log = workerLog(tellPage);

const api: FaceWorkerApi = {
  init: ({ wasmLoader, wasmBinary, faceModel, personModel, kernels }, onProgress) =>
    log.outcome(async () => {
      needGraphics();
      // The loader is fetched once more by the runtime, then out of the cache: a slow line shows as progress here.
      const urls = [faceModel, wasmBinary, kernels, wasmLoader];
      const files = await log.time('download', () => download(urls, onProgress));
      const runtime = await log.time('start', () => starting(() => start(wasmLoader, files)));
      seekPerson = () => startPerson(runtime, personModel);
      return null;
    }),

  analyse: (frame, timestampMs, standard) =>
    log.outcome(async () => {
      const answer = await withFrame(frame, timestampMs, (picture, findFaces, live) =>
        live.look(picture, findFaces, standard)
      );
      void seekPerson?.();
      seekPerson = undefined;
      if (!answer) return null;
      log.frame('landmarks', answer.ms.landmarks);
      log.frame('measure', answer.ms.measure);
      return answer;
    }),

  detect: (frame, timestampMs) =>
    log.outcome(() => withFrame(frame, timestampMs, (picture, findFaces) => findFaces(picture).length))
};

async function start(loader: string, files: Uint8Array<ArrayBuffer>[]): Promise<VisionRuntime> {
  const [face, vision, core] = files;
  const kernels = await startKernels(core!);
  const runtime = await VisionRuntime.start(loader, vision!);
  const track = await startFaceTracker(runtime, face!);
  started = { track, live: new LiveJudge((picture) => person?.(picture) ?? null, kernels) };
  return runtime;
}

/** Tried until it is here: the advice goes on meanwhile. */
async function startPerson(runtime: VisionRuntime, url: string): Promise<void> {
  const began = performance.now();
  while (!person)
    try {
      const [model] = await download([url]);
      person = await startPersonSegmenter(runtime, model!);
      log.took('person', performance.now() - began);
    } catch (error) {
      log.warn('person.late', error);
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
}

/** Gives a frame as a picture to `use`, with what finds its faces, and closes it. */
async function withFrame<T>(
  frame: CameraFrame,
  timestampMs: number,
  use: (picture: Picture, findFaces: FindFaces, live: LiveJudge) => T
): Promise<T> {
  canvas ??= pixelCanvas();
  const picture = new BrowserPicture(await bitmapOf(frame), canvas);
  try {
    if (!started) throw new CoreError('model.load');
    const { track, live } = started;
    return use(picture, (given) => track(given, timestampMs), live);
  } finally {
    picture.close();
  }
}

serve(api);
