import type { InferenceSession } from 'onnxruntime-web/wasm';
import { CoreError, starting } from '../errors';
import { createImage, createPlane, type Plane, type RgbaImage } from '../image/image';
import type { CutFine } from '../finish/engines';
import type { Kernels } from '../kernels';
import type { FineAssets } from '../protocol';

/**
 * Size the model file was made for (see scripts/models/isnet.mjs), smaller than the finished photo: the band around
 * the outline is solved anew anyway, and it takes half of the time.
 */
const width = 320;
const height = 448;
/** Milliseconds for the runtime's binary to be compiled and its threads to start; one thread has no limit of its own. */
const threadsLimitMs = 20_000;
/** ISNet's own normalisation. */
const middle = 128;
const range = 256;

/**
 * Starts ISNet (Qin et al., ECCV 2022; quantised, out of @imgly/background-removal-data). What it returns answers how
 * much each pixel of a picture of three to four is foreground, 0…1, at the picture's size; about a second and a half on
 * one thread.
 *
 * @param runtime URLs of onnxruntime's loader and binary, and its threads at most
 * @throws CoreError as `starting`; `worker.dead` where threads were wanted and did not start, which leaves the runtime
 *     unusable in this worker
 */
export async function startIsnet(
  model: Uint8Array<ArrayBuffer>,
  runtime: Omit<FineAssets, 'fineModel'>,
  kernels: Kernels
): Promise<CutFine> {
  // Its runtime comes only with the first photo that needs it.
  const ort = await starting(() => import('onnxruntime-web/wasm'));
  const { wasm } = ort.env;
  const threads = canShareMemory() ? runtime.threads : 1;
  wasm.wasmPaths = { mjs: runtime.onnxLoader, wasm: runtime.onnxWasm };
  wasm.numThreads = threads;
  wasm.initTimeout = threads > 1 ? threadsLimitMs : 0;
  const session = await starting(() =>
    ort.InferenceSession.create(model, { executionProviders: ['wasm'] })
  ).catch((cause: unknown) => {
    throw threads > 1 ? new CoreError('worker.dead', { cause }) : cause;
  });
  return (image) => segment(ort, session, image, kernels);
}

/** In a worker of an isolated page that may start workers of its own; on the page's thread waiting would hold it up. */
const canShareMemory = () =>
  (globalThis as { crossOriginIsolated?: boolean }).crossOriginIsolated === true &&
  typeof Worker === 'function' &&
  !('document' in globalThis);

async function segment(
  { Tensor }: typeof import('onnxruntime-web/wasm'),
  session: InferenceSession,
  image: RgbaImage,
  { resample }: Kernels
): Promise<Plane> {
  const whole = { x: 0, y: 0, width: image.width, height: image.height };
  const { data } = resample(image, whole, width, height);
  const count = width * height;
  const input = new Float32Array(3 * count);
  for (let at = 0; at < count; at++)
    for (let c = 0; c < 3; c++) input[c * count + at] = (data[at * 4 + c]! - middle) / range;
  const [name] = session.inputNames;
  const [answer] = session.outputNames;
  const outputs = await session.run({ [name!]: new Tensor('float32', input, [1, 3, height, width]) }, [
    answer!
  ]);
  return enlarged(outputs[answer!]!.data as Float32Array, image, resample);
}

/** The model's answer at the picture's size, by the resampler of pictures. */
function enlarged(answer: Float32Array, size: RgbaImage, resample: Kernels['resample']): Plane {
  const small = createImage(width, height);
  answer.forEach((value, at) => small.data.fill(Math.round(255 * value), at * 4, at * 4 + 3));
  const { data } = resample(small, { x: 0, y: 0, width, height }, size.width, size.height);
  const plane = createPlane(size.width, size.height);
  for (let at = 0; at < plane.data.length; at++) plane.data[at] = data[at * 4]! / 255;
  return plane;
}
