/** The page of the kernels' bench: each kernel both ways, by turns, in the browser. */
import { plainKernels, wasmKernels, type Kernels } from '../../workers/kernels';
import type { Plane, RgbaImage } from '../../workers/image/image';
import { colourTerm } from '../../workers/matte/colour-term';
import { trimap } from '../../workers/matte/trimap';
import { wallModel } from '../../workers/matte/wall';

export type KernelTimes = Record<string, { compiled: number[]; plain: number[] }>;

declare global {
  interface Window {
    kernels?: () => Promise<KernelTimes>;
  }
}

const [width, height] = [480, 640];
/** Size of the drawn sitter. */
const frame = { width: 960, height: 1280 };
const warmUps = 2;
const runs = 7;

/** Milliseconds of each run, per kernel, on what a finish gives it. */
window.kernels = async () => {
  const compiled = await wasmKernels(await WebAssembly.compileStreaming(fetch('/kernels.wasm')));
  const image: RgbaImage = { ...frame, data: new Uint8ClampedArray(await fetched('/sitter')) };
  const covered: Plane = { ...frame, data: new Float32Array(await fetched('/alpha')) };
  const crop = { x: 60, y: 80, width: 840, height: 1120 };
  const shot = plainKernels.resample(image, crop, width, height);
  const still = plainKernels.resample(image, { x: 0, y: 0, width: 960, height: 1280 }, 3000, 4000);
  const mask = coarse(covered, crop);
  const known = trimap(mask, 12);
  const colour = colourTerm(shot, known, mask, wallModel(shot, known));
  const work: Record<string, (kernels: Kernels) => unknown> = {
    'kernel-resample': (kernels) => kernels.resample(image, crop, width, height),
    'kernel-resample-12mp': (kernels) =>
      kernels.resample(still, { x: 0, y: 0, width: 3000, height: 4000 }, width, height),
    'kernel-closed-form': (kernels) => kernels.closedForm(shot, known, mask, 60, colour)
  };
  const times: KernelTimes = {};
  for (const [name, run] of Object.entries(work)) {
    const own = (times[name] = { compiled: [] as number[], plain: [] as number[] });
    for (let i = 0; i < warmUps + runs; i++)
      for (const [way, kernels] of [['compiled', compiled] as const, ['plain', plainKernels] as const]) {
        const began = performance.now();
        run(kernels);
        if (i >= warmUps) own[way].push(performance.now() - began);
      }
  }
  return times;
};

const fetched = async (path: string) => (await fetch(path)).arrayBuffer();

/** The sitter's alpha as coarse as the person segmenter's, on the crop. */
function coarse(alpha: Plane, crop: { x: number; y: number; width: number; height: number }): Plane {
  const step = width / 256;
  const data = new Float32Array(width * height);
  for (let at = 0; at < data.length; at++) {
    const x = (Math.floor((at % width) / step) + 0.5) * step;
    const y = (Math.floor(Math.floor(at / width) / step) + 0.5) * step;
    const from = [crop.x + (x * crop.width) / width, crop.y + (y * crop.height) / height].map(Math.floor);
    data[at] = alpha.data[from[1]! * alpha.width + from[0]!]!;
  }
  return { width, height, data };
}
