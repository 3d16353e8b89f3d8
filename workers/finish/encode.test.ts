import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeEngines } from '../studio/node-studio';
import { renderSitter } from '../studio/sitter';
import { densityOf } from '../image/density';
import { createImage, type RgbaImage } from '../image/image';
import { resolveStandard } from '../standard/resolve';
import { encodeWithin, type Encoder } from './encode';

let encode: Encoder;
let encodes = 0;

beforeAll(async () => {
  const { encode: real } = await nodeEngines();
  encode = (...given) => {
    // a sample counts by its share of the picture
    encodes += given[0].height / sitter.height;
    return real(...given);
  };
});

const sitter = renderSitter({ width: 480, height: 640, supersample: 1 }).image;

/** The same sitter with so much noise that little of it compresses. */
function noisy(): RgbaImage {
  const image = { ...sitter, data: sitter.data.slice() };
  let state = 1;
  for (let i = 0; i < image.data.length; i++) {
    state = (state * 48271) % 2147483647;
    if (i % 4 !== 3) image.data[i] = image.data[i]! + (state % 25) - 12;
  }
  return image;
}

describe('encodeWithin', () => {
  it.each([
    { min: 20, max: 40 },
    { min: 30, max: 60 },
    { min: 10, max: 30 },
    { min: 50, max: 100 },
    { min: 100, max: 200 },
    { min: 120 },
    { max: 900 },
    {}
  ])(
    'finds a file of $min to $max KB in at most four encodes and a sample',
    async ({ min = 0, max = Infinity }) => {
      const bytes = { min: min * 1024, max: max * 1024 };
      const standard = resolveStandard({ standard: 'chsi-99', bytes });
      for (const image of [sitter, noisy()]) {
        encodes = 0;
        const { jpeg, quality } = await encodeWithin(image, standard, encode);
        expect(encodes).toBeLessThanOrEqual(4.25);
        expect(jpeg.length).toBeGreaterThanOrEqual(bytes.min);
        expect(jpeg.length).toBeLessThanOrEqual(bytes.max);
        expect(quality).toBeGreaterThanOrEqual(standard.minQuality);
      }
    }
  );

  it('needs one encode where the sample foretells the size', async () => {
    const { image } = renderSitter({ width: 480, height: 640, supersample: 1, hair: { style: 'long' } });
    encodes = 0;
    await encodeWithin(image, resolveStandard(), encode);
    expect(encodes).toBe(1.25);
  });

  it('goes beyond its usual quality only for a file that would be too small', async () => {
    const qualityFrom = async (min: number) => {
      const standard = resolveStandard({ standard: 'chsi-99', bytes: { min } });
      return (await encodeWithin(sitter, standard, encode)).quality;
    };
    const usual = await encodeWithin(sitter, resolveStandard({ standard: 'chsi-99', bytes: {} }), encode);
    expect(usual.quality).toBe(98);
    expect(await qualityFrom(usual.jpeg.length)).toBe(98);
    expect(await qualityFrom(usual.jpeg.length + 1)).toBeGreaterThan(98);
  });

  it('keeps to a standard’s least quality, with fewer colours rather than below it', async () => {
    const strict = { ...resolveStandard({ standard: 'exit-entry' }), bytes: { max: 76 * 1024 } };
    let chroma = '';
    const { jpeg, quality } = await encodeWithin(noisy(), strict, (image, settings) => {
      ({ chroma } = settings);
      return encode(image, settings);
    });
    expect(quality).toBeGreaterThanOrEqual(85);
    expect(jpeg.length).toBeLessThanOrEqual(76 * 1024);
    expect(chroma).toBe('4:2:0');
  });

  it('writes a baseline file of 300 dpi without metadata', async () => {
    const { jpeg } = await encodeWithin(sitter, resolveStandard(), encode);
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
