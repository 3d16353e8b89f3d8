import { expose, transfer } from 'comlink';
import { BrowserPicture, decodePicture } from './adapters/browser-picture';
import { startIsnet } from './adapters/isnet';
import { startFaceFinder } from './adapters/mediapipe-faces';
import { startPersonSegmenter } from './adapters/mediapipe-person';
import { startMozjpeg } from './adapters/mozjpeg';
import { VisionRuntime } from './adapters/vision-runtime';
import { download } from './download';
import { CoreError, outcome } from './errors';
import { Clock } from './finish/clock';
import type { Engines } from './finish/engines';
import { finish } from './finish/recipe';
import { startKernels } from './kernels';
import type { FinishAnswer, PhotoWorkerApi } from './protocol';

let engines: Engines | undefined;

const api: PhotoWorkerApi = {
  init: (assets, onProgress) =>
    outcome(async () => {
      const { faceModel, personModel, jpegEncoder, kernels, wasmBinary } = assets;
      const urls = [faceModel, personModel, jpegEncoder, kernels, wasmBinary];
      const [face, person, encoder, ours, vision] = await download(urls, onProgress);
      const runtime = await VisionRuntime.start(assets.wasmLoader, vision!);
      engines = {
        decode: decodePicture,
        findFaces: await startFaceFinder(runtime.next(), face!),
        segmentPerson: await startPersonSegmenter(runtime.next(), person!),
        encode: await startMozjpeg(await WebAssembly.compile(encoder!)),
        kernels: await startKernels(ours!)
      };
      return null;
    }, 'model.load'),

  loadFine: (assets, onProgress) =>
    outcome(async () => {
      if (!engines) throw new CoreError('model.load');
      if (engines.cutFine) return null;
      const [model] = await download([assets.fineModel, assets.onnxWasm], onProgress);
      engines.cutFine = await startIsnet(model!, assets, engines.kernels);
      return null;
    }, 'model.load'),

  async finish(source, options, onStage) {
    const answer = await outcome(() => {
      if (!engines) throw new CoreError('model.load');
      const given = source instanceof Blob ? source : new BrowserPicture(source);
      return finish(given, options, engines, new Clock(onStage));
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
