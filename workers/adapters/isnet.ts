import type { InferenceSession } from 'onnxruntime-web/wasm';
import { starting } from '../errors';
import { createImage, createPlane, type Plane, type RgbaImage } from '../image/image';
import type { CutFine } from '../finish/engines';
import type { Kernels } from '../kernels';

/**
 * Size the model file was made for (see scripts/models/isnet.mjs), smaller than the finished photo: the band around
 * the outline is solved anew anyway, and it takes two thirds of the time.
 */
const width = 384;
const height = 512;
/** ISNet's own normalisation. */
const middle = 128;
const range = 256;

/**
 * Starts ISNet (Qin et al., ECCV 2022; quantised, out of @imgly/background-removal-data) on one thread. What it
 * returns answers how much each pixel of a picture of three to four is foreground, 0…1, at the picture's size; about
 * two seconds.
 *
 * @param runtime URLs of onnxruntime's loader and binary
 * @throws CoreError as `starting`
 */
export async function startIsnet(
  model: Uint8Array<ArrayBuffer>,
  runtime: { onnxLoader: string; onnxWasm: string },
  kernels: Kernels
): Promise<CutFine> {
  return starting(async () => {
    // Its runtime comes only with the first photo that needs it.
    const ort = await import('onnxruntime-web/wasm');
    ort.env.wasm.wasmPaths = { mjs: runtime.onnxLoader, wasm: runtime.onnxWasm };
    ort.env.wasm.numThreads = 1;
    const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'] });
    return (image) => segment(ort, session, image, kernels);
  });
}

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
