import type { Plane, RgbaImage } from '../image/image';
import { resample, type Resample } from '../image/resample';
import { closedForm, type ColourTerm } from '../matte/closed-form';
import { closedFormBy } from './closed-form';
import { KernelMemory } from './memory';
import { resampleBy } from './resample';

/** Where the time of a finish goes. Both ways answer the same, to rounding. */
export interface Kernels {
  resample: Resample;
  closedForm(
    image: RgbaImage,
    known: Uint8Array,
    start: Plane,
    iterations: number,
    colour: ColourTerm
  ): Plane;
}

/** In TypeScript, for where WebAssembly's SIMD is missing, and to test the other against. */
export const plainKernels: Kernels = { resample, closedForm };

/** The kernels for this browser: in WebAssembly where it has SIMD (Safari from 16.4 on), else plain. */
export async function startKernels(wasm: Uint8Array<ArrayBuffer>): Promise<Kernels> {
  if (!WebAssembly.validate(wasm)) return plainKernels;
  return wasmKernels(await WebAssembly.compile(wasm));
}

/** In WebAssembly: kernels.wasm, compiled from assembly/. `npm run bench -- kernels` tells what each gains. */
export async function wasmKernels(module: WebAssembly.Module): Promise<Kernels> {
  const memory = await KernelMemory.start(module);
  return {
    resample: (...given) => resampleBy(memory, ...given),
    closedForm: (...given) => closedFormBy(memory, ...given)
  };
}
