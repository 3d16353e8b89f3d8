import encodeJpeg, { init } from '@jsquash/jpeg/encode';
import { starting } from '../errors';
import type { Encoder } from '../finish/encode';

const ycbcr = 3;

/** mozjpeg from its compiled wasm. @throws CoreError as `starting` */
export async function startMozjpeg(wasm: WebAssembly.Module): Promise<Encoder> {
  await starting(() => init(wasm));
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
