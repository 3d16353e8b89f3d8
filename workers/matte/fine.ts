import type { InferenceSession } from 'onnxruntime-web/wasm';
import { CoreError } from '../errors';
import { createPlane, type Plane, type RgbaImage } from '../image/image';

/** Size the model file was made for (see scripts/models/isnet.mjs). */
const [width, height] = [480, 640];
/** ISNet's own normalisation. */
const [middle, range] = [128, 256];

export type FineSegmenter = (image: RgbaImage) => Promise<Plane>;

/**
 * Starts ISNet (Qin et al., ECCV 2022; quantised, out of @imgly/background-removal-data) on one thread. What it
 * returns answers how much each pixel of a 480 × 640 picture is foreground, 0…1; about two seconds.
 *
 * @param runtime URLs of onnxruntime's loader and binary
 * @throws CoreError `model.load`
 */
export async function createFineSegmenter(
  model: Uint8Array<ArrayBuffer>,
  runtime: { onnxLoader: string; onnxWasm: string }
): Promise<FineSegmenter> {
  try {
    // Its runtime comes only with the first photo that needs it.
    const ort = await import('onnxruntime-web/wasm');
    ort.env.wasm.wasmPaths = { mjs: runtime.onnxLoader, wasm: runtime.onnxWasm };
    ort.env.wasm.numThreads = 1;
    const session = await ort.InferenceSession.create(model, { executionProviders: ['wasm'] });
    return (image) => segment(ort, session, image);
  } catch (cause) {
    throw new CoreError('model.load', { cause });
  }
}

async function segment(
  { Tensor }: typeof import('onnxruntime-web/wasm'),
  session: InferenceSession,
  image: RgbaImage
): Promise<Plane> {
  if (image.width !== width || image.height !== height) throw new RangeError('the model takes 480 × 640');
  const count = width * height;
  const input = new Float32Array(3 * count);
  for (let at = 0; at < count; at++)
    for (let c = 0; c < 3; c++) input[c * count + at] = (image.data[at * 4 + c]! - middle) / range;
  const [name] = session.inputNames;
  const [answer] = session.outputNames;
  const outputs = await session.run({ [name!]: new Tensor('float32', input, [1, 3, height, width]) }, [
    answer!
  ]);
  const plane = createPlane(width, height);
  plane.data.set(outputs[answer!]!.data as Float32Array);
  return plane;
}
