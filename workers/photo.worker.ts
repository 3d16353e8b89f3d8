import { expose, transfer } from 'comlink';
import { download } from './download';
import { CoreError, starting } from './errors';
import { createLandmarker } from './face/landmarker';
import { VisionRuntime } from './face/vision';
import { createEncoder } from './finish/jpeg-encoder';
import { startKernels } from './image/kernels';
import { workerLog } from './log';
import { createFineSegmenter } from './matte/fine';
import { createSegmenter } from './matte/person';
import { finish, type Engines } from './pipeline';
import type { FinishAnswer, PhotoWorkerApi } from './protocol';

let engines: Engines | undefined;
const log = workerLog();

const api: PhotoWorkerApi = {
  init: (assets, onProgress) =>
    log.outcome(async () => {
      const { faceModel, personModel, jpegEncoder, kernels, wasmBinary, wasmLoader } = assets;
      // The loader is fetched once more by the runtime, then out of the cache: a slow line shows as progress here.
      const urls = [faceModel, personModel, jpegEncoder, kernels, wasmBinary, wasmLoader];
      const files = await log.time('download', () => download(urls, onProgress));
      engines = await log.time('start', () => starting(() => start(wasmLoader, files)));
      return null;
    }),

  loadFine: (assets, onProgress) =>
    log.outcome(async () => {
      const { kernels, fine } = started();
      if (fine) return null;
      const urls = [assets.fineModel, assets.onnxWasm, assets.onnxLoader];
      const [model] = await log.time('download', () => download(urls, onProgress));
      started().fine = await log.time('start', () => createFineSegmenter(model!, assets, kernels));
      return null;
    }),

  async finish(source, options, onStage) {
    const answer = await log.outcome(async () => {
      const finished = await finish(source, options, started(), (stage) => {
        log.begin(stage);
        onStage?.(stage);
      });
      for (const [stage, ms] of Object.entries(finished.ms)) log.took(stage, ms);
      return finished;
    });
    return answer.ok ? transfer(answer, buffersOf(answer.value)) : answer;
  }
};

async function start(loader: string, files: Uint8Array<ArrayBuffer>[]): Promise<Engines> {
  const [face, person, encoder, ours, vision] = files;
  const runtime = await VisionRuntime.start(loader, vision!);
  const landmarker = await createLandmarker(runtime.next(), face!, 'IMAGE');
  const segmenter = await createSegmenter(runtime.next(), person!);
  const encode = await createEncoder(await WebAssembly.compile(encoder!));
  return { landmarker, segmenter, encode, kernels: await startKernels(ours!) };
}

function started(): Engines {
  if (!engines) throw new CoreError('model.load');
  return engines;
}

function buffersOf({ photo, alpha, overlay, flat }: FinishAnswer): ArrayBuffer[] {
  return [photo?.jpeg.buffer, alpha?.data.buffer, overlay?.data.buffer, flat?.data.buffer].filter(
    (buffer) => buffer !== undefined
  );
}

expose(api);
