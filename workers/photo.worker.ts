import { expose, transfer } from 'comlink';
import { download } from './download';
import { CoreError, outcome } from './errors';
import { createLandmarker } from './face/landmarker';
import { VisionRuntime } from './face/vision';
import { createEncoder } from './finish/jpeg-encoder';
import { startKernels } from './image/kernels';
import { createFineSegmenter } from './matte/fine';
import { createSegmenter } from './matte/person';
import { finish, type Engines } from './pipeline';
import type { FinishAnswer, PhotoWorkerApi } from './protocol';

let engines: Engines | undefined;

const api: PhotoWorkerApi = {
  init: (assets, onProgress) =>
    outcome(async () => {
      const { faceModel, personModel, jpegEncoder, kernels, wasmBinary } = assets;
      const urls = [faceModel, personModel, jpegEncoder, kernels, wasmBinary];
      const [face, person, encoder, ours, vision] = await download(urls, onProgress);
      const runtime = await VisionRuntime.start(assets.wasmLoader, vision!);
      const landmarker = await createLandmarker(runtime.next(), face!, 'IMAGE');
      const segmenter = await createSegmenter(runtime.next(), person!);
      const encode = await createEncoder(await WebAssembly.compile(encoder!));
      engines = { landmarker, segmenter, encode, kernels: await startKernels(ours!) };
      return null;
    }, 'model.load'),

  loadFine: (assets, onProgress) =>
    outcome(async () => {
      if (!engines) throw new CoreError('model.load');
      if (engines.fine) return null;
      const [model] = await download([assets.fineModel, assets.onnxWasm], onProgress);
      engines.fine = await createFineSegmenter(model!, assets, engines.kernels);
      return null;
    }, 'model.load'),

  async finish(source, options, onStage) {
    const answer = await outcome(() => {
      if (!engines) throw new CoreError('model.load');
      return finish(source, options, engines, onStage);
    }, 'file.corrupt');
    return answer.ok ? transfer(answer, buffersOf(answer.value)) : answer;
  }
};

function buffersOf({ photo, alpha, overlay, flat }: FinishAnswer): ArrayBuffer[] {
  return [photo?.jpeg.buffer, alpha?.data.buffer, overlay?.data.buffer, flat?.data.buffer].filter(
    (buffer) => buffer !== undefined
  );
}

expose(api);
