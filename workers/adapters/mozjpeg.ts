import encodeJpeg, { init } from '@jsquash/jpeg/encode';
import { CoreError } from '../errors';
import type { Encoder } from '../finish/encode';

const ycbcr = 3;

/** mozjpeg from its compiled wasm. @throws CoreError `model.load` */
export async function startMozjpeg(wasm: WebAssembly.Module): Promise<Encoder> {
  try {
    await init(wasm);
  } catch (cause) {
    throw new CoreError('model.load', { cause });
  }
  return async (image, { quality, chroma }) =>
    new Uint8Array(
      await encodeJpeg(image as ImageData, {
        quality,
        baseline: true,
        progressive: false,
        color_space: ycbcr,
        auto_subsample: false,
        chroma_subsample: chroma === '4:4:4' ? 1 : 2
      })
    );
}
