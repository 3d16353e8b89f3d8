import { transfer } from 'comlink';
import { BrowserPicture, bitmapOf, decodePicture, stillOf } from './adapters/browser-picture';
import { needGraphics } from './adapters/canvas';
import { startIsnet } from './adapters/isnet';
import { startFaceFinder } from './adapters/mediapipe-faces';
import { startSitterLabeller } from './adapters/mediapipe-labels';
import { startPersonSegmenter } from './adapters/mediapipe-person';
import { startMozjpeg } from './adapters/mozjpeg';
import { previewOf } from './adapters/preview';
import { VisionRuntime } from './adapters/vision-runtime';
import { serve, tellPage } from './adapters/serve';
import { download } from './download';
import { CoreError, starting } from './errors';
import { Clock } from './finish/clock';
import type { Engines } from './finish/engines';
import { finish } from './finish/recipe';
import { remembering, type RememberingLabeller } from './finish/remembering';
import { startKernels } from './kernels';
import { judgeLabelled } from './live/label-judge';
import { workerLog } from './log';
import type { Finished, PhotoWorkerApi, ProgressListener } from './protocol';

let engines: Engines | undefined;
let runtime: VisionRuntime | undefined;
/** Of the labels, on their way. */
let labelling: Promise<void> | undefined;
/** Who is told how far they are. */
const labelListeners = new Set<ProgressListener>();
let labeller: RememberingLabeller | undefined;
const log = workerLog(tellPage);

const api: PhotoWorkerApi = {
  init: (assets, onProgress) =>
    log.outcome(async () => {
      needGraphics();
      const { faceModel, personModel, jpegEncoder, kernels, wasmBinary, wasmLoader } = assets;
      // The loader is fetched once more by the runtime, then out of the cache: a slow line shows as progress here.
      const urls = [faceModel, personModel, jpegEncoder, kernels, wasmBinary, wasmLoader];
      const files = await log.time('download', () => download(urls, onProgress));
      engines = await log.time('start', () => starting(() => start(wasmLoader, files)));
      return null;
    }),

  loadLabels: ({ labelModel }, onProgress) =>
    log.outcome(async () => {
      const { labelSitter } = started();
      if (labelSitter) return null;
      // Asked for by the advice, by the shutter and by the page behind it: fetched once.
      if (onProgress) labelListeners.add(onProgress);
      labelling ??= startLabels(labelModel).finally(() => {
        labelling = undefined;
        labelListeners.clear();
      });
      await labelling;
      return null;
    }),

  loadFine: (assets, onProgress) =>
    log.outcome(async () => {
      const { kernels, cutFine } = started();
      if (cutFine) return null;
      const urls = [assets.fineModel, assets.onnxWasm, assets.onnxLoader];
      const [model] = await log.time('download', () => download(urls, onProgress));
      started().cutFine = await log.time('start', () => startIsnet(model!, assets, kernels));
      return null;
    }),

  look: (frame, standard) =>
    log.outcome(async () => {
      const picture = new BrowserPicture(await bitmapOf(frame));
      try {
        return judgeLabelled(picture, standard, started());
      } finally {
        picture.close();
      }
    }),

  async finish(source, options, onStage) {
    const answer = await log.outcome(async () => {
      // A file has not been looked at before: what it is told does not depend on the one before it.
      if (source instanceof Blob) labeller?.forget();
      const given = source instanceof Blob ? source : await stillOf(source);
      const made = await finish(given, options, started(), new Clock({ log, onStage }));
      return { ...made, before: made.before && (await previewOf(made.before)) };
    });
    return answer.ok ? transfer(answer, buffersOf(answer.value)) : answer;
  }
};

async function start(loader: string, files: Uint8Array<ArrayBuffer>[]): Promise<Engines> {
  const [face, person, encoder, ours, vision] = files;
  runtime = await VisionRuntime.start(loader, vision!);
  return {
    decode: decodePicture,
    findFaces: await startFaceFinder(runtime, face!),
    segmentPerson: await startPersonSegmenter(runtime, person!),
    encode: await startMozjpeg(await WebAssembly.compile(encoder!)),
    kernels: await startKernels(ours!)
  };
}

async function startLabels(url: string): Promise<void> {
  const tell: ProgressListener = (bytes) => labelListeners.forEach((listener) => listener(bytes));
  const [model] = await log.time('download', () => download([url], tell));
  labeller = await log.time('start', async () => remembering(await startSitterLabeller(runtime!, model!)));
  started().labelSitter = labeller.labelSitter;
}

function started(): Engines {
  if (!engines) throw new CoreError('model.load');
  return engines;
}

function buffersOf({ photo, alpha, overlay, flat, before }: Finished): ArrayBuffer[] {
  return [
    photo?.jpeg.buffer,
    alpha?.data.buffer,
    overlay?.data.buffer,
    flat?.data.buffer,
    before?.buffer
  ].filter((buffer) => buffer !== undefined);
}

serve(api);
