import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderSitter, type SitterOptions } from '../studio/sitter';
import { createImage, createPlane, type Plane, type RgbaImage } from '../image/image';
import { startKernels, type Kernels } from '../image/kernels';
import { resample } from '../image/resample';
import { estimateForeground } from '../matte/foreground';
import { solveMatte } from '../matte/solve';
import { within } from '../matte/trimap';
import type { Crop } from '../protocol';
import { defaultStandard as standard } from '../standard/catalogue';
import { backgroundColours } from '../standard/standard';
import { compose } from './compose';
import { solveCrop } from './crop';
import { encodeWithin, type Encoder } from './encode';
import { createEncoder } from './jpeg-encoder';

/** Pixels around the sitter's true edge that the matte may touch: its band and the segmenter's error. */
const band = 24;
const flat = backgroundColours['light-blue'];
const { width, height } = standard;

let kernels: Kernels;
let encode: Encoder;
let encodes = 0;

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm');
  const real = await createEncoder(await WebAssembly.compile(await readFile(wasm)));
  encode = (...given) => {
    encodes++;
    return real(...given);
  };
  kernels = await startKernels(
    new Uint8Array(await readFile(new URL('../models/kernels.wasm', import.meta.url)))
  );
});

/** True alpha, taken on the crop. */
function alphaOn(alpha: Plane, crop: Crop): Plane {
  const cover = createImage(alpha.width, alpha.height);
  alpha.data.forEach((a, at) => cover.data.fill(255 * a, at * 4, at * 4 + 3));
  // Beyond the frame there is no sitter, whatever stands at its edge.
  const { data } = resample(cover, crop, width, height);
  const plane = createPlane(width, height);
  const scale = crop.width / width;
  for (let at = 0; at < plane.data.length; at++) {
    const [x, y] = [crop.x + scale * (at % width), crop.y + scale * Math.floor(at / width)];
    const beyond = x < 0 || y < 0 || x > alpha.width || y > alpha.height;
    plane.data[at] = beyond ? 0 : data[at * 4]! / 255;
  }
  return plane;
}

/** What the person segmenter would say: the truth in 256 steps across, blurred, two pixels too large. */
function coarse({ data }: Plane): Plane {
  const mask = createPlane(width, height);
  const near = within(
    Uint8Array.from(data, (a) => (a >= 0.5 ? 1 : 0)),
    1,
    mask,
    2
  );
  const small = createImage(width, height);
  near.forEach((value, at) => small.data.fill(255 * value, at * 4, at * 4 + 3));
  const whole = { x: 0, y: 0, width, height };
  const steps = resample(small, whole, 128, 170);
  const soft = resample(steps, { x: 0, y: 0, width: 128, height: 170 }, width, height);
  mask.data.forEach((_, at) => (mask.data[at] = soft.data[at * 4]! / 255));
  return mask;
}

interface Finish {
  source: RgbaImage;
  crop: Crop;
  truth: Plane;
  alpha: Plane;
  finished: RgbaImage;
  jpeg: Uint8Array<ArrayBuffer>;
}

/** The recipe's middle, with the sitter's known geometry and outline in place of the models. */
async function finish(options: SitterOptions): Promise<Finish> {
  const sitter = renderSitter({ supersample: 1, ...options });
  const { crop, reason } = solveCrop(sitter.truth.geometry, sitter.image, standard);
  expect(reason).toBeNull();
  const shot = kernels.resample(sitter.image, crop!, width, height);
  const truth = alphaOn(sitter.truth.alpha, crop!);
  const scale = width / crop!.width;
  const inside = {
    left: Math.ceil(-crop!.x * scale),
    top: Math.ceil(-crop!.y * scale),
    right: Math.floor((sitter.image.width - crop!.x) * scale),
    bottom: height
  };
  const face = {
    x: width / 2,
    y: 250,
    chinY: (sitter.truth.geometry.chinY - crop!.y) * scale
  };
  const alpha = solveMatte(shot, { coarse: coarse(truth) }, face, inside, kernels);
  const finished = compose(shot, alpha, estimateForeground(shot, alpha), flat);
  encodes = 0;
  const { jpeg } = await encodeWithin(finished, standard, encode);
  return { source: sitter.image, crop: crop!, truth, alpha, finished, jpeg };
}

const cases: [string, SitterOptions][] = [
  ['short hair before a light wall', {}],
  ['loose hair, wall with a gradient', { hair: { style: 'long' }, wall: { gradient: 0.3, noise: 2 } }],
  ['bald, a cast shadow', { hair: { style: 'bald' }, wall: { castShadow: 0.3, colour: [225, 228, 230] } }],
  ['near the frame’s top and side', { position: { x: 0.36, y: 0.26 } }],
  ['a webcam’s frame', { width: 640, height: 480, headSize: 0.25 }],
  [
    'white shirt before a white wall',
    { clothing: { style: 'shirt', colour: [238, 238, 238] }, wall: { colour: [236, 236, 236] } }
  ]
];

/** Pixels (in a plane) farther than the band from every pixel that `edge` is true of. */
function farFrom(truth: Plane, edge: (a: number) => boolean): number[] {
  const near = within(
    Uint8Array.from(truth.data, (a) => (edge(a) ? 1 : 0)),
    1,
    truth,
    band
  );
  return [...near.keys()].filter((at) => !near[at]);
}

const isFlat = ({ data }: RgbaImage, at: number) => flat.every((level, c) => data[at * 4 + c] === level);

describe.each(cases)('a finished photo: %s', (_, options) => {
  let photo: Finish;
  beforeAll(async () => {
    photo = await finish(options);
  }, 60_000);

  it('has exactly one background colour outside the band', () => {
    const outside = farFrom(photo.truth, (a) => a > 0);
    expect(outside.length).toBeGreaterThan(0.1 * width * height);
    expect(outside.filter((at) => !isFlat(photo.finished, at))).toEqual([]);
  });

  it('shows the camera’s own face, resampled only, without a hole', () => {
    const inside = farFrom(photo.truth, (a) => a < 1);
    expect(inside.length).toBeGreaterThan(0.08 * width * height);
    expect(inside.filter((at) => photo.alpha.data[at] !== 1)).toEqual([]);
    const plain = resample(photo.source, photo.crop, width, height);
    let most = 0;
    for (const at of inside)
      for (let c = 0; c < 3; c++)
        most = Math.max(most, Math.abs(photo.finished.data[at * 4 + c]! - plain.data[at * 4 + c]!));
    expect(most).toBeLessThanOrEqual(1);
  });

  it('fills its byte window in at most four encodes', async () => {
    expect(encodes).toBeLessThanOrEqual(4);
    expect(photo.jpeg.length).toBeGreaterThanOrEqual(standard.bytes.min);
    expect(photo.jpeg.length).toBeLessThanOrEqual(standard.bytes.max);
    expect(await sharp(photo.jpeg).metadata()).toMatchObject({ width, height, density: 300 });
  });

  it('continues the background above and beside the frame, and never below it', () => {
    const { crop, source, finished } = photo;
    expect(crop.y + crop.height).toBeLessThanOrEqual(source.height + 1e-6);
    const scale = width / crop.width;
    const beyond = [...photo.truth.data.keys()].filter((at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      return y < Math.floor(-crop.y * scale) || x < Math.floor(-crop.x * scale);
    });
    if (options.position) expect(beyond.length).toBeGreaterThan(width);
    expect(beyond.filter((at) => !isFlat(finished, at))).toEqual([]);
  });
});
