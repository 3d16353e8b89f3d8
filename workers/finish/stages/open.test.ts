import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Picture } from '../../image/picture';
import { pictureOf } from '../../studio/picture';
import { open } from './open';

const width = 160;
const height = 200;

/** Grain above a floor of one colour, from `floorAt` on. */
function png(floorAt: number, progressive = false): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3, 120);
  let seed = 5;
  for (let i = 0; i < 3 * width * floorAt; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    data[i] = seed >>> 24;
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ progressive })
    .toBuffer();
}

/** Its data cut in the middle and closed again, as by a tool that mends files. */
function shortened(file: Buffer): Buffer {
  const data = file.indexOf('IDAT') - 4;
  const kept = Math.round(0.5 * file.readUInt32BE(data));
  const short = Buffer.concat([file.subarray(0, data + 8 + kept), Buffer.alloc(4), file.subarray(-12)]);
  short.writeUInt32BE(kept, data);
  return short;
}

/** Decodes what is there and leaves the rest empty, as browsers do. */
async function lenient(bytes: Uint8Array): Promise<Picture> {
  const { data } = await sharp(bytes, { failOn: 'none' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return pictureOf({ width, height, data: new Uint8ClampedArray(data) });
}
const refusing = () => Promise.reject(new Error('refused'));

const opened = (file: Buffer, decode: typeof lenient = lenient) =>
  open(new Blob([new Uint8Array(file)]), decode, null).then(
    () => 'opened',
    (error: { code?: string; message: string }) => error.code ?? error.message
  );

it.each([false, true])(
  'opens a whole PNG, interlaced %s, with and without an even floor',
  async (progressive) => {
    expect(await opened(await png(height, progressive))).toBe('opened');
    expect(await opened(await png(height - 20, progressive))).toBe('opened');
  }
);

it.each([false, true])('refuses a PNG whose rows end early, interlaced %s', async (progressive) => {
  expect(await opened(shortened(await png(height, progressive)))).toBe('file.truncated');
});

it('tells a PNG that ends early apart from one that the decoder refuses for another reason', async () => {
  expect(await opened(shortened(await png(height)), refusing)).toBe('file.truncated');
  expect(await opened(await png(height), refusing)).toBe('refused');
});
