import { describe, expect, it } from 'vitest';
import { measuredSitter } from '../studio/measured';
import { createImage } from '../image/image';
import { backgroundUniform } from './background/background-uniform';
import { exposureOver, exposureUnder } from './light/exposure';
import { eyesDistance } from './frame/eyes-distance';
import { eyesOpen } from './face/eyes-open';
import { faceSingle } from './face/face-single';
import { faceCentred, headWindowMeasures } from './frame/head-position';
import { headSize } from './frame/head-size';
import { illuminationUniform } from './light/illumination-uniform';
import { lightBalance } from './light/light-balance';
import { lightLevel } from './light/light-level';
import { luminanceMean } from './light/luminance-mean';
import type { Measure, MeasureInput } from './measure';
import { mouthClosed } from './face/mouth-closed';
import { posePitch, poseRoll, poseYaw } from './pose/pose-angles';
import { sharpness } from './light/sharpness';
import { Scene } from './scene';

const plain = measuredSitter();
/** The plain sitter with every pixel of one grey. */
const flat = (level: number): MeasureInput => {
  const image = createImage(plain.image.width, plain.image.height);
  for (let i = 0; i < image.data.length; i++) if (i % 4 !== 3) image.data[i] = level;
  return { ...plain, image };
};

const withFace: [string, Measure][] = [
  poseYaw,
  posePitch,
  poseRoll,
  eyesDistance,
  eyesOpen,
  mouthClosed,
  exposureOver,
  exposureUnder,
  illuminationUniform,
  lightBalance,
  luminanceMean,
  sharpness,
  headSize
].map((measure) => [measure.id, measure]);

describe('measures', () => {
  it.each(withFace)('%s cannot tell without a face', (_, measure) => {
    expect(measure.value(new Scene({ ...plain, faces: [], geometry: null, matte: null }))).toBeNull();
  });

  it.each(withFace)('%s has a quality from 0 to 100 for the plain sitter', (_, measure) => {
    const quality = measure.quality(measure.value(new Scene(plain))!);
    expect(quality).toBeGreaterThanOrEqual(0);
    expect(quality).toBeLessThanOrEqual(100);
  });
});

describe('face.single', () => {
  it('is the second face’s share of the first, and 1 without any', () => {
    const [face] = plain.faces;
    const half = { ...face!, landmarks: face!.landmarks.map((value) => value / 2) };
    expect(faceSingle.value(new Scene(plain))).toBe(0);
    expect(faceSingle.value(new Scene({ ...plain, faces: [face!, half] }))).toBeCloseTo(0.25, 5);
    expect(faceSingle.value(new Scene({ ...plain, faces: [] }))).toBe(1);
  });
});

describe('head pose', () => {
  it.each([
    [poseYaw, { yaw: 17 }, 17],
    [poseYaw, { yaw: -9 }, -9],
    // Drawn: positive is chin down. Measured: positive is chin up, less the landmarker's own offset.
    [posePitch, { pitch: 12 }, -12 + 2.9],
    [poseRoll, { roll: 8 }, -8]
  ] as const)('%o of %o', (measure, options, expected) => {
    expect(measure.value(new Scene(measuredSitter(options)))).toBeCloseTo(expected, 3);
  });
});

describe('distances', () => {
  it('mouth.closed follows the drawn gap', () => {
    expect(mouthClosed.value(new Scene(plain))).toBeLessThan(0.01);
    const open = measuredSitter({ mouthOpen: 0.6 });
    expect(mouthClosed.value(new Scene(open))! / open.truth.mouthGap).toBeGreaterThan(0.9);
    expect(mouthClosed.value(new Scene(open))! / open.truth.mouthGap).toBeLessThan(1.1);
  });

  it('eyes.open shrinks as the lids close', () => {
    const [open, half, shut] = [1, 0.5, 0].map((eyes) =>
      eyesOpen.value(new Scene(measuredSitter({ eyesOpen: eyes })))!
    );
    expect(open).toBeGreaterThan(half!);
    expect(half).toBeGreaterThan(shut!);
    expect(shut).toBeLessThan(0.02);
  });

  it('eyes.distance does not depend on yaw', () => {
    const turned = eyesDistance.value(new Scene(measuredSitter({ yaw: 20 })))!;
    expect(turned / eyesDistance.value(new Scene(plain))!).toBeCloseTo(1, 1);
  });

  it('head.size is the drawn one', () => {
    expect(headSize.value(new Scene(measuredSitter({ headSize: 0.24 })))).toBeCloseTo(0.24, 1);
    const [small, large] = [0.16, 0.24].map((size) =>
      headSize.value(new Scene(measuredSitter({ headSize: size })))!
    );
    expect(large! / small!).toBeCloseTo(1.5, 1);
  });

  it('positions are those of the geometry', () => {
    const geometry = {
      crownY: 70,
      eyeY: 240,
      chinY: 440,
      faceLeft: 130,
      faceRight: 370,
      centreX: 250,
      eyeDistance: 100
    };
    const input = { ...plain, geometry, image: createImage(480, 640) };
    expect(headWindowMeasures.crown.value(new Scene(input))).toBe(70);
    expect(headWindowMeasures.eyeLine.value(new Scene(input))).toBe(240);
    expect(headWindowMeasures.faceWidth.value(new Scene(input))).toBe(240);
    expect(faceCentred.value(new Scene(input))).toBeCloseTo((100 * 10) / 480, 6);
  });
});

describe('light', () => {
  it('exposure is the share of burnt out and black pixels of the face', () => {
    expect([exposureOver.value(new Scene(flat(255))), exposureUnder.value(new Scene(flat(255)))]).toEqual([
      1, 0
    ]);
    expect([exposureOver.value(new Scene(flat(0))), exposureUnder.value(new Scene(flat(0)))]).toEqual([0, 1]);
    expect([exposureOver.value(new Scene(flat(128))), exposureUnder.value(new Scene(flat(128)))]).toEqual([
      0, 0
    ]);
  });

  it('luminance.mean, and light.level of a room with nobody in it, are linear light', () => {
    // sRGB 188 is half of full light.
    expect(luminanceMean.value(new Scene(flat(188)))).toBeCloseTo(0.5, 2);
    expect(lightLevel.value(new Scene({ ...flat(188), faces: [], geometry: null }))).toBeCloseTo(0.5, 2);
    expect(lightLevel.value(new Scene(flat(255)))).toBe(1);
  });

  it.each([1, 0.5, 0.1])('light.level does not mind the skin (exposure %d)', (level) => {
    const levels = (['light', 'veryDark'] as const).map((skin) =>
      lightLevel.value(new Scene(measuredSitter({ skin, light: { level } })))!
    );
    expect(Math.abs(levels[0]! - levels[1]!)).toBeLessThan(0.05);
    if (level === 0.1) expect(levels[0]).toBeLessThan(0.19);
    else expect(levels[0]).toBeGreaterThan(0.25);
  });

  it('light.level is that of the sitter, not of a bright shirt or a lamp in the picture', () => {
    const dim = measuredSitter({ light: { level: 0.12 }, wall: { colour: [40, 40, 40] } });
    const { data, width } = dim.image;
    for (let y = dim.image.height * 0.8; y < dim.image.height; y++)
      data.fill(255, 4 * width * Math.round(y), 4 * width * (Math.round(y) + 1));
    expect(lightLevel.value(new Scene(dim))).toBeLessThan(0.19);
  });

  it('light.balance tells the side the light comes from', () => {
    const from = (direction: 'left' | 'right') =>
      lightBalance.value(new Scene(measuredSitter({ light: { direction, strength: 0.8 } })))!;
    expect(Math.abs(lightBalance.value(new Scene(plain))!)).toBeLessThan(0.05);
    // The camera's left is the sitter's right.
    expect(from('left')).toBeLessThan(-0.25);
    expect(from('right')).toBeGreaterThan(0.25);
  });

  it('illumination.uniform is 1 for the same light on both cheeks and falls with side light', () => {
    expect(illuminationUniform.value(new Scene(flat(120)))).toBeCloseTo(1, 6);
    const even = illuminationUniform.value(new Scene(plain))!;
    const side = illuminationUniform.value(
      new Scene(measuredSitter({ light: { direction: 'left', strength: 0.8 } }))
    )!;
    expect(side).toBeLessThan(even / 2);
  });
});

describe('sharpness', () => {
  it('falls with every step of blur', () => {
    const values = [0, 1, 2, 4].map((blur) =>
      sharpness.value(new Scene(measuredSitter({ sensorNoise: 0, blur })))!
    );
    values.slice(1).forEach((value, index) => expect(value).toBeLessThan(0.8 * values[index]!));
  });
});

describe('background.uniform', () => {
  const gradient = (wall: object) => backgroundUniform.value(new Scene(measuredSitter({ wall })))!;

  it('is small on a plain wall and large on a busy one', () => {
    const calm = gradient({ noise: 0 });
    expect(calm).toBeLessThan(6);
    expect(gradient({ busy: 'bricks' })).toBeGreaterThan(2 * calm);
    expect(gradient({ busy: 'shelves' })).toBeGreaterThan(2 * calm);
  });

  it('says the same with and without a matte, as far as the wall is plain', () => {
    const input = measuredSitter({ wall: { noise: 0 } });
    expect(backgroundUniform.value(new Scene({ ...input, matte: null }))).toBeLessThan(6);
  });

  it('cannot tell where there is hardly any wall', () => {
    const { matte } = plain;
    expect(
      backgroundUniform.value(new Scene({ ...plain, matte: { ...matte!, data: matte!.data.map(() => 1) } }))
    ).toBeNull();
  });
});
