import sharp, { type JpegOptions } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { CoreError } from '../errors';
import type { PictureType } from './sniff';
import { checkWhole } from './whole';

const width = 400;
const height = 520;
/** Grain, so that every block has something to code. */
const picture = () => {
  const data = Buffer.alloc(width * height * 3);
  let seed = 5;
  for (let i = 0; i < data.length; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    data[i] = 90 + (seed >>> 26) + (i % width) / 8;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
};
const codeOf = (file: Uint8Array, type: PictureType) =>
  checkWhole(new Uint8Array(file), type).then(
    () => null,
    (error: CoreError) => error.code
  );
/** Cut at a share of its bytes and closed with an end marker. */
const cut = (file: Buffer, share: number) =>
  Buffer.concat([file.subarray(0, Math.round(share * file.length)), Buffer.from([0xff, 0xd9])]);

const jpegs: [string, JpegOptions][] = [
  ['baseline', {}],
  ['4:4:4', { chromaSubsampling: '4:4:4', quality: 92 }],
  ['optimised', { optimiseCoding: true }],
  ['progressive', { progressive: true }],
  ['progressive by mozjpeg', { mozjpeg: true }]
];

describe('a file that is formally whole', () => {
  it.each(jpegs)('is whole as it was written: %s', async (_, options) => {
    expect(await codeOf(await picture().jpeg(options).toBuffer(), 'jpeg')).toBeNull();
    expect(await codeOf(await picture().greyscale().jpeg(options).toBuffer(), 'jpeg')).toBeNull();
    expect(await codeOf(await picture().resize(161, 163).jpeg(options).toBuffer(), 'jpeg')).toBeNull();
  });

  it.each(jpegs)('lacks what was cut off, wherever: %s', async (_, options) => {
    const file = await picture().jpeg(options).toBuffer();
    for (const share of options.progressive || options.mozjpeg ? [0.1, 0.3] : [0.2, 0.55, 0.9])
      expect(await codeOf(cut(file, share), 'jpeg'), String(share)).toBe('file.truncated');
  });

  it('is damaged where a piece in its middle was lost', async () => {
    const file = await picture().jpeg().toBuffer();
    const from = Math.round(0.4 * file.length);
    const hole = Buffer.from(file).fill(0, from, from + Math.round(0.3 * file.length));
    const gone = Buffer.concat([file.subarray(0, from), file.subarray(from + Math.round(0.3 * file.length))]);
    expect(await codeOf(hole, 'jpeg')).toMatch(/^file\./);
    expect(await codeOf(gone, 'jpeg')).toMatch(/^file\./);
  });

  it.each([false, true])('as a PNG, interlaced %s', async (progressive) => {
    const file = await picture().png({ progressive }).toBuffer();
    expect(await codeOf(file, 'png')).toBeNull();
    // The last data chunk shortened to nothing but its frame, as a tool that closes a file would.
    const data = file.indexOf('IDAT') - 4;
    const length = file.readUInt32BE(data);
    const kept = Math.round(0.5 * length);
    const short = Buffer.concat([file.subarray(0, data + 8 + kept), Buffer.alloc(4), file.subarray(-12)]);
    short.writeUInt32BE(kept, data);
    expect(await codeOf(short, 'png')).toBe('file.truncated');
  });
});
