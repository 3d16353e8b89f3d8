import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderSitter } from '../studio/sitter';
import { colourTerm } from '../matte/colour-term';
import { trimap } from '../matte/trimap';
import { wallModel } from '../matte/wall';
import { createImage, type Plane, type RgbaImage } from '../image/image';
import { plainKernels, startKernels, wasmKernels, type Kernels } from './';

let compiled: Kernels;
beforeAll(async () => {
  const wasm = await readFile(new URL('../models/kernels.wasm', import.meta.url));
  compiled = await wasmKernels(await WebAssembly.compile(wasm));
});

const size = { width: 240, height: 320 };
const { image, truth } = renderSitter({ ...size, supersample: 1, hair: { style: 'long' } });
const coarse: Plane = { ...size, data: truth.alpha.data.map((a) => (a >= 0.5 ? 1 : 0)) };

const farthest = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
};

describe('the kernels in WebAssembly answer what the plain ones do', () => {
  it.each([
    ['a part, smaller', { x: 20, y: 30, width: 180.5, height: 240.7 }, 96, 128],
    ['a part, larger', { x: 60.2, y: 40.9, width: 90, height: 120 }, 144, 192],
    ['reaching over every edge', { x: -40, y: -25, width: 330, height: 440 }, 96, 128],
    ['beyond the picture', { x: -300, y: 0, width: 240, height: 320 }, 24, 32]
  ])('resample: %s', (_, window, width, height) => {
    const plain = plainKernels.resample(image, window, width, height);
    const found = compiled.resample(image, window, width, height);
    expect(farthest(found.data, plain.data)).toBeLessThanOrEqual(1);
  });

  it('closedForm, with colour and without', () => {
    const known = trimap(coarse, 6);
    const colour = colourTerm(image, known, coarse, wallModel(image, known));
    const none = { alpha: new Float32Array(known.length), weight: new Float32Array(known.length) };
    for (const term of [colour, none]) {
      const plain = plainKernels.closedForm(image, known, coarse, 60, term);
      const found = compiled.closedForm(image, known, coarse, 60, term);
      expect(farthest(plain.data, coarse.data)).toBeGreaterThan(0.3);
      expect(farthest(found.data, plain.data)).toBeLessThan(0.02);
    }
  });

  it('closedForm, with nothing to solve', () => {
    const known = trimap({ ...coarse, data: coarse.data.map(() => 1) }, 6);
    const term = { alpha: new Float32Array(known.length), weight: new Float32Array(known.length) };
    expect(compiled.closedForm(image, known, coarse, 9, term).data.every((a) => a === 1)).toBe(true);
  });

  it('in any order, on pictures of any size', () => {
    const dot: RgbaImage = createImage(3, 2);
    dot.data.set([255, 0, 0], 4);
    const window = { x: 0, y: 0, width: 3, height: 2 };
    expect(compiled.resample(dot, window, 3, 2).data).toEqual(dot.data);
    const large = compiled.resample(image, { x: 0, y: 0, ...size }, 600, 800);
    expect(compiled.resample(large, { x: 0, y: 0, width: 600, height: 800 }, 3, 4).data).toEqual(
      plainKernels.resample(large, { x: 0, y: 0, width: 600, height: 800 }, 3, 4).data
    );
  });
});

it('takes the plain kernels where the browser cannot run the others', async () => {
  expect(await startKernels(new Uint8Array([0, 97, 115, 109]))).toBe(plainKernels);
});
