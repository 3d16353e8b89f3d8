import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderSitter } from '../studio/sitter';
import { densityOf } from '../image/density';
import { createImage, type RgbaImage } from '../image/image';
import { standards } from '../standard/catalogue';
import { resolveStandard } from '../standard/resolve';
import { encodeWithin, type Encoder } from './encode';
import { startMozjpeg } from '../adapters/mozjpeg';

let encode: Encoder;
let encodes = 0;

beforeAll(async () => {
  const wasm = await readFile(
    createRequire(import.meta.url).resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')
  );
  const real = await startMozjpeg(await WebAssembly.compile(wasm));
  encode = (...given) => {
    encodes++;
    return real(...given);
  };
});

const sitter = () => renderSitter({ width: 480, height: 640, supersample: 1 }).image;

/** The same sitter with so much noise that little of it compresses. */
function noisy(): RgbaImage {
  const image = sitter();
  let state = 1;
  for (let i = 0; i < image.data.length; i++) {
    state = (state * 48271) % 2147483647;
    if (i % 4 !== 3) image.data[i] = image.data[i]! + (state % 25) - 12;
  }
  return image;
}

describe('encodeWithin', () => {
  it.each(standards)('finds a file inside the window of $id in at most four encodes', async ({ id }) => {
    const standard = resolveStandard({ standard: id });
    for (const image of [sitter(), noisy()]) {
      encodes = 0;
      const { jpeg, quality } = await encodeWithin(image, standard, encode);
      expect(encodes).toBeLessThanOrEqual(4);
      expect(jpeg.length).toBeGreaterThanOrEqual(standard.bytes.min!);
      expect(jpeg.length).toBeLessThanOrEqual(standard.bytes.max!);
      expect(quality).toBeGreaterThanOrEqual(standard.minQuality);
    }
  });

  it('writes a baseline file of 300 dpi without metadata', async () => {
    const { jpeg } = await encodeWithin(sitter(), resolveStandard(), encode);
    const found = await sharp(jpeg).metadata();
    expect(found).toMatchObject({ format: 'jpeg', width: 480, height: 640, channels: 3, density: 300 });
    expect(found.isProgressive).toBe(false);
    expect([found.exif, found.icc, found.xmp, found.iptc]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined
    ]);
    expect(densityOf(jpeg)).toBe(300);
  });

  it('says so when nothing fits', async () => {
    const standard = resolveStandard({ standard: 'chsi-99', bytes: { min: 20_000, max: 21_000 } });
    await expect(encodeWithin(createImage(480, 640), standard, encode)).rejects.toMatchObject({
      code: 'encode.window'
    });
  });
});
