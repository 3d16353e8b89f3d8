import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderSitter, type SitterOptions } from '../studio/sitter';
import type { Plane, RgbaImage } from '../image/image';
import { resample } from '../image/resample';
import { within } from '../matte/trimap';
import type { Crop, FinishAnswer, FinishOptions } from '../protocol';
import { alphaOn, TruthEngines } from '../studio/engines';
import { nodeEngines } from '../studio/node-studio';
import { resolveStandard } from '../standard/resolve';
import type { Encoder } from './encode';
import { movedCrop, MoveRoom, unmoved } from './move';
import { finish } from './recipe';

/** Pixels around the sitter's true edge that the matte may touch: its band and the segmenter's error. */
const band = 24;
const standard = resolveStandard();
const flat = standard.background!.colour;
const { width, height } = standard;
const given: FinishOptions = {
  kind: 'still',
  standard,
  matte: 'fast',
  // Some of the walls are worse than a student's may be.
  force: true,
  emit: { alpha: true, overlay: true, flat: true }
};

let real: Awaited<ReturnType<typeof nodeEngines>>;
let encodes = 0;
const encode: Encoder = (...given) => {
  encodes++;
  return real.encode(...given);
};

beforeAll(async () => (real = await nodeEngines()));

interface Finish extends FinishAnswer {
  source: RgbaImage;
  truth: Plane;
  crop: Crop;
  flat: RgbaImage;
  cover: RgbaImage;
  jpeg: Uint8Array<ArrayBuffer>;
}

/** The recipe itself, with what is true of the drawn sitter in place of the models; drawn a little larger than it ends. */
async function finished(options: SitterOptions, by: Partial<FinishOptions> = {}): Promise<Finish> {
  const sitter = renderSitter({ width: 720, height: 960, supersample: 1, ...options });
  const truth = new TruthEngines(sitter, real.kernels);
  const engines = {
    ...truth,
    decode: real.decode,
    encode,
    findFaces: truth.findFaces,
    segmentPerson: truth.segmentPerson
  };
  encodes = 0;
  const answer = await finish(truth.picture, { ...given, ...by }, engines);
  const framing = answer.report.findings.find(({ id }) => id === 'head.geometry');
  expect(framing?.verdict, framing?.message ?? '').toBe('pass');
  const { crop, photo, flat: picture, alpha } = answer;
  return {
    ...answer,
    source: sitter.image,
    truth: alphaOn(sitter.truth.alpha, crop!, standard),
    crop: crop!,
    flat: picture!,
    cover: alpha!,
    jpeg: photo!.jpeg
  };
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

describe('a crop that was placed by hand', () => {
  const sitter: SitterOptions = { position: { x: 0.5, y: 0.34 } };
  let photo: Finish;
  beforeAll(async () => (photo = await finished(sitter)), 60_000);
  const headOf = ({ geometry }: Finish) => geometry!;

  it('is the one that is made, and the file shows the sitter moved by just so much', async () => {
    const placed = { crop: photo.crop, head: headOf(photo), frame: photo.source };
    const room = new MoveRoom(placed, standard);
    let move = room.towards(unmoved, 'zoom', 1.06);
    move = room.towards(move, 'right', 8);
    move = room.towards(move, 'down', -12);
    const moved = await finished(sitter, { crop: movedCrop(placed, move, standard) });
    expect(moved.crop).toEqual(movedCrop(placed, move, standard));
    const [before, after] = [headOf(photo), headOf(moved)];
    expect(after.centreX - before.centreX).toBeCloseTo(move.right, 0);
    expect(after.eyeY - before.eyeY).toBeCloseTo(move.down, 0);
    expect(after.eyeDistance / before.eyeDistance).toBeCloseTo(move.zoom, 2);
    expect(moved.finishedReport!.findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    expect([...moved.flat.data.slice(0, 3)]).toEqual([...flat]);
  }, 60_000);
});

describe.each(cases)('a finished photo: %s', (_, options) => {
  let photo: Finish;
  beforeAll(async () => {
    photo = await finished(options);
  }, 60_000);

  it('has exactly one background colour outside the band', () => {
    const outside = farFrom(photo.truth, (a) => a > 0);
    expect(outside.length).toBeGreaterThan(0.1 * width * height);
    expect(outside.filter((at) => !isFlat(photo.flat, at))).toEqual([]);
  });

  it('shows the camera’s own face, resampled only, without a hole', () => {
    const inside = farFrom(photo.truth, (a) => a < 1);
    expect(inside.length).toBeGreaterThan(0.08 * width * height);
    expect(inside.filter((at) => photo.cover.data[at * 4] !== 255)).toEqual([]);
    const plain = resample(photo.source, photo.crop, width, height);
    let most = 0;
    for (const at of inside)
      for (let c = 0; c < 3; c++)
        most = Math.max(most, Math.abs(photo.flat.data[at * 4 + c]! - plain.data[at * 4 + c]!));
    expect(most).toBeLessThanOrEqual(1);
  });

  it('is measured inside every window, on the file itself', () => {
    const windows = photo.finishedReport!.findings.filter(({ id }) =>
      ['crown.position', 'eyeLine.position', 'face.width'].includes(id)
    );
    expect(windows.map(({ verdict }) => verdict)).toEqual(['pass', 'pass', 'pass']);
  });

  it('fills its byte window in at most four encodes', async () => {
    expect(encodes).toBeLessThanOrEqual(4);
    expect(photo.jpeg.length).toBeGreaterThanOrEqual(standard.bytes.min!);
    expect(photo.jpeg.length).toBeLessThanOrEqual(standard.bytes.max!);
    expect(await sharp(photo.jpeg).metadata()).toMatchObject({ width, height, density: 300 });
  });

  it('continues the background above and beside the frame, and never below it', () => {
    const { crop, source, flat: picture } = photo;
    expect(crop.y + crop.height).toBeLessThanOrEqual(source.height + 1e-6);
    const scale = width / crop.width;
    const beyond = [...photo.truth.data.keys()].filter((at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      return y < Math.floor(-crop.y * scale) || x < Math.floor(-crop.x * scale);
    });
    if (options.position) expect(beyond.length).toBeGreaterThan(width);
    expect(beyond.filter((at) => !isFlat(picture, at))).toEqual([]);
  });
});
