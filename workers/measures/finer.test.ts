import { describe, expect, it } from 'vitest';
import type { SitterOptions } from '../studio/options';
import { measuredSitter, relabelled } from '../studio/measured';
import { landmark } from '../face/face';
import { leftIris, rightIris } from '../face/parts';
import { faceFrame, toPicture } from '../face/patch';
import { createImage, type RgbaImage } from '../image/image';
import { resolveStandard } from '../standard/resolve';
import { boundOf } from '../verdict/judge';
import { rules } from '../verdict/rules';
import { gaussian } from './tools/filter';
import { glassesGlare } from './worn/glasses-glare';
import { glassesTint } from './worn/glasses-tint';
import { browsVisible, eyesVisible } from './face/hair-over';
import { faceCovered } from './face/face-covered';
import { backgroundColour } from './background/background-colour';
import { clothingContrast } from './worn/clothing-contrast';
import { colourNatural } from './light/colour-natural';
import { cropAbove, cropBelow, cropLeft, cropRight } from './frame/crop-of-face';
import { dynamicRange } from './light/dynamic-range';
import { expressionNeutral } from './face/expression-neutral';
import { faceShadow } from './light/face-shadow';
import { gazeCentred } from './pose/gaze';
import { lightBack } from './light/light-back';
import { luminanceVariance } from './light/luminance-variance';
import type { Measure, MeasureInput } from './measure';
import { pictureBeautified } from './file/picture-beautified';
import { pictureRephotographed } from './file/picture-rephotographed';
import { shouldersLevel } from './frame/shoulders-level';
import { Scene } from './scene';

const file = { type: 'jpeg', bytes: 200_000, width: 480, height: 640 } as const;
const sitter = (options: SitterOptions = {}) => ({
  ...measuredSitter({ width: 480, height: 640, supersample: 1, ...options }),
  file
});
const plain = sitter();

/** The plain sitter with each pixel changed: told its place, its levels, and where it is in the face's axes. */
function painted(
  of: (x: number, y: number, rgb: [number, number, number]) => readonly number[]
): MeasureInput {
  const { image } = plain;
  const changed = createImage(image.width, image.height);
  for (let i = 0; i < image.width * image.height; i++) {
    const [r, g, b] = image.data.subarray(i * 4, i * 4 + 3);
    changed.data.set(of(i % image.width, Math.floor(i / image.width), [r!, g!, b!]), i * 4);
  }
  return { ...plain, image: changed };
}
const flat = (level: number) => painted(() => [level, level, level]);

/** Whether a rule of the table lets the picture pass. */
function passes(measure: Measure, input: MeasureInput): boolean {
  const rule = rules.find((one) => one.measure === measure)!;
  const { min = -Infinity, max = Infinity } = boundOf(rule, resolveStandard())!;
  const value = measure.value(new Scene(input));
  return value === null || (value >= min && value <= max);
}

/** Rules that warn of what the picture shows; those of an uploaded file look at no face. */
const warning = rules.filter(({ measure, warn }) => warn === 'always' && !measure.id.startsWith('file.'));

describe('rules that warn', () => {
  it.each(warning.map(({ measure }) => [measure.id, measure] as const))(
    '%s has nothing against the plain sitter, and cannot tell without a face',
    (id, measure) => {
      if (id !== 'background.colour') expect(passes(measure, plain)).toBe(true);
      expect(measure.value(new Scene({ ...plain, faces: [], geometry: null, matte: null }))).toBeNull();
      const value = measure.value(new Scene(plain));
      if (value !== null) expect(measure.quality(value)).toBeGreaterThanOrEqual(0);
    }
  );

  it.each([
    ['back light', lightBack, { light: { direction: 'back', strength: 1 } }],
    ['a lamp overhead', faceShadow, { light: { direction: 'top', strength: 1 } }],
    ['a fringe', browsVisible, { hair: { overBrows: true } }],
    ['tinted glasses', glassesTint, { glasses: 'tinted' }],
    ['a reflection', glassesGlare, { glasses: 'glare' }]
  ] as const)('object to %s', (_, measure, options) => {
    expect(passes(measure, sitter(options))).toBe(false);
  });

  it.each(['light', 'veryDark'] as const)('tell light apart on %s skin', (skin) => {
    for (const measure of [lightBack, faceShadow, glassesTint, glassesGlare, colourNatural, dynamicRange])
      expect(passes(measure, sitter({ skin, glasses: 'clear' })), measure.id).toBe(true);
    expect(passes(lightBack, sitter({ skin, light: { direction: 'left', strength: 1 } }))).toBe(true);
    expect(passes(faceShadow, sitter({ skin, light: { direction: 'back', strength: 1 } }))).toBe(true);
  });
});

describe('tones of the face', () => {
  it('dynamic.range is 0 bits of one level, 1 bit of two', () => {
    expect(dynamicRange.value(new Scene(flat(120)))).toBeCloseTo(0, 6);
    const two = painted((x) => (x % 2 ? [0, 0, 0] : [255, 255, 255]));
    expect(dynamicRange.value(new Scene(two))).toBeCloseTo(1, 2);
    expect(luminanceVariance.value(new Scene(two))).toBeCloseTo(0.25, 2);
    expect(luminanceVariance.value(new Scene(flat(120)))).toBeCloseTo(0, 6);
  });

  it('colour.natural is the distance from what skin has', () => {
    expect(colourNatural.value(new Scene(plain))).toBe(0);
    // Grey is 5 from either band.
    expect(colourNatural.value(new Scene(flat(128)))).toBeCloseTo(Math.hypot(5, 5), 1);
    expect(
      passes(
        colourNatural,
        painted((_x, _y, [, , b]) => [0.2 * b, b, 0.4 * b])
      )
    ).toBe(false);
  });
});

describe('room about the head', () => {
  it('is counted from the eyes', () => {
    const { image, truth } = plain;
    const total = cropLeft.value(new Scene(plain))! + cropRight.value(new Scene(plain))! + 1;
    const apart = image.width / total;
    expect(cropLeft.value(new Scene(plain))).toBeCloseTo(cropRight.value(new Scene(plain))!, 1);
    const { eyeY, chinY } = truth.geometry;
    expect(apart).toBeGreaterThan(0.5 * (chinY - eyeY));
    expect(cropAbove.value(new Scene(plain))).toBeCloseTo(eyeY / (chinY - eyeY), 1);
    expect(cropBelow.value(new Scene(plain))).toBeCloseTo((image.height - eyeY) / (chinY - eyeY), 1);
  });
});

describe('gaze.centred', () => {
  it('follows the irises, and the head', () => {
    const [face] = plain.faces;
    expect(gazeCentred.value(new Scene(plain))).toBeCloseTo(0, 0);
    const moved = { ...face!, landmarks: face!.landmarks.slice() };
    // Half the half opening: asin(0.5 · 1.4).
    const half = Math.abs(landmark(face!, 33).x - landmark(face!, 133).x) / 2;
    for (const iris of [leftIris, rightIris]) moved.landmarks[iris * 3]! += 0.5 * half;
    expect(gazeCentred.value(new Scene({ ...plain, faces: [moved] }))).toBeCloseTo(44.4, -1);
    expect(gazeCentred.value(new Scene(sitter({ yaw: 20 })))).toBeNull();
  });
});

describe('expression.neutral', () => {
  it('objects to a grin, by the corners of the mouth', () => {
    const [face] = plain.faces;
    const grin = { ...face!, landmarks: face!.landmarks.slice() };
    const apart = landmark(face!, 291).x - landmark(face!, 61).x;
    grin.landmarks[61 * 3]! -= 0.3 * apart;
    grin.landmarks[291 * 3]! += 0.3 * apart;
    expect(passes(expressionNeutral, { ...plain, faces: [grin] })).toBe(false);
  });
});

describe('shoulders.level', () => {
  it('is the slope by which the matte was sheared', () => {
    const matte = plain.matte!;
    const data = matte.data.slice();
    const slope = Math.tan((20 * Math.PI) / 180);
    for (let y = 0; y < matte.height; y++)
      for (let x = 0; x < matte.width; x++) {
        const from = Math.round(y - slope * (x - matte.width / 2));
        data[y * matte.width + x] =
          from < 0 ? 0 : matte.data[Math.min(matte.height - 1, from) * matte.width + x]!;
      }
    expect(shouldersLevel.value(new Scene(plain))).toBeCloseTo(0, 0);
    const value = shouldersLevel.value(new Scene({ ...plain, matte: { ...matte, data } }))!;
    expect(Math.abs(value - 20)).toBeLessThan(2);
  });
});

describe('what lies over the face', () => {
  it.each(['others', 'clothes', 'body'] as const)('is found where a mask is labelled %s', (label) => {
    const masked = relabelled(plain, label, (x, y) => Math.abs(x) < 1 && y > 0.4 && y < 1.7);
    expect(passes(faceCovered, masked)).toBe(false);
  });

  it('is no beard', () => {
    const beard = relabelled(plain, 'hair', (x, y) => Math.abs(x) < 0.8 && y > 0.8 && y < 1.7);
    expect(passes(faceCovered, beard)).toBe(true);
  });

  it('is hair where it hangs over an eye', () => {
    const hidden = relabelled(plain, 'hair', (x, y) => x > 0.1 && x < 1 && y > -1 && y < 0.6);
    expect(passes(eyesVisible, hidden)).toBe(false);
    expect(passes(browsVisible, hidden)).toBe(false);
  });
});

describe('an uploaded picture', () => {
  it('has a light-blue background or not', () => {
    expect(passes(backgroundColour, sitter({ wall: { colour: [100, 197, 255] } }))).toBe(true);
    expect(passes(backgroundColour, sitter({ wall: { colour: [250, 250, 250] } }))).toBe(false);
    expect(backgroundColour.value(new Scene({ ...plain, file: undefined as never }))).toBeNull();
  });

  it('has clothes that differ from its background or not', () => {
    const blue = [100, 197, 255] as const;
    const like = sitter({ wall: { colour: blue }, clothing: { style: 'shirt', colour: blue } });
    expect(clothingContrast.value(new Scene(like))).toBeLessThan(
      clothingContrast.value(new Scene(plain))! / 2
    );
  });

  it('shows the grid of a screen', () => {
    const grid = painted((x, y, rgb) => {
      const wave = 5 * Math.sin(2 * Math.PI * (0.29 * x + 0.11 * y));
      return rgb.map((level) => level + wave);
    });
    expect(passes(pictureRephotographed, grid)).toBe(false);
    // Who names no camera is believed a little less.
    const value = (camera: boolean) =>
      pictureRephotographed.value(new Scene({ ...plain, file: { ...file, camera } }))!;
    expect(value(true)).toBe(pictureRephotographed.value(new Scene(plain)));
    expect(value(false)).toBeGreaterThan(value(true));
  });

  it('shows skin that was smoothed while the eyes stayed sharp', () => {
    const input = sitter({ sensorNoise: 4 });
    const before = pictureBeautified.value(new Scene(input))!;
    const smooth = smoothed(input.image, 2.5);
    const eyes = inEyes(input);
    const image = createImage(smooth.width, smooth.height);
    for (let i = 0; i < image.data.length; i += 4) {
      const [x, y] = [(i / 4) % image.width, Math.floor(i / 4 / image.width)];
      image.data.set((eyes(x, y) ? input.image : smooth).data.subarray(i, i + 3), i);
    }
    expect(pictureBeautified.value(new Scene({ ...input, image }))).toBeLessThan(before / 3);
    expect(passes(pictureBeautified, { ...input, image })).toBe(false);
  });
});

function smoothed(image: RgbaImage, sigma: number): RgbaImage {
  const result = createImage(image.width, image.height);
  for (let c = 0; c < 3; c++) {
    const data = Float32Array.from({ length: image.width * image.height }, (_, i) => image.data[i * 4 + c]!);
    gaussian({ width: image.width, height: image.height, data }, sigma).data.forEach(
      (value, i) => (result.data[i * 4 + c] = value)
    );
  }
  return result;
}

function inEyes({ faces: [face] }: MeasureInput): (x: number, y: number) => boolean {
  const frame = faceFrame(face!);
  const [from, to] = [toPicture(frame, { x: -0.9, y: -0.2 }), toPicture(frame, { x: 0.9, y: 0.2 })];
  return (x, y) => x >= from.x && x <= to.x && y >= from.y && y <= to.y;
}
