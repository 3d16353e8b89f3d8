import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { renderSitter, type SitterOptions } from '../../../../workers/studio/sitter';
import { decode } from './decoder';
import { lookDistance, lookGrid, lookOf, lookParts, mostBits, nearParts } from './look';

async function lookOfFile(file: Buffer): Promise<string> {
  const order = { file, pixels: 1e7, top: 1, side: 1, height: 2, grid: lookGrid };
  const { lights } = await decode(order);
  expect(lights).toHaveLength(288);
  return lookOf(lights);
}

/** A sitter as a finished photo shows one: head and shoulders. */
const photoOf = ({ image: { data, width, height } }: ReturnType<typeof renderSitter>) =>
  sharp(Buffer.from(data), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .extract({
      left: Math.round(width * 0.15),
      top: Math.round(height * 0.08),
      width: Math.round(width * 0.7),
      height: Math.round(height * 0.7)
    })
    .resize(480, 640);

const sitter = (options: SitterOptions) =>
  renderSitter({ supersample: 1, width: 480, height: 640, ...options });

describe('a photo’s look', () => {
  it('stays when the photo is stored anew, and is another of another sitter', async () => {
    const photo = photoOf(sitter({}));
    const file = await photo.clone().jpeg({ quality: 85 }).toBuffer();
    const own = await lookOfFile(file);
    const again = {
      coarse: sharp(file).jpeg({ quality: 40 }),
      scaled: sharp(await sharp(file).resize(300, 400).toBuffer())
        .resize(480, 640)
        .jpeg(),
      lighter: sharp(file).linear(1.05, 4).jpeg(),
      soft: sharp(file).blur(1.2).jpeg()
    };
    for (const [name, one] of Object.entries(again))
      expect(lookDistance(own, await lookOfFile(await one.toBuffer())), name).toBeLessThanOrEqual(mostBits);
    for (const other of [
      { hair: { style: 'long' }, yaw: 4 },
      { hair: { style: 'bald' }, position: { x: 0.53, y: 0.44 } }
    ] satisfies SitterOptions[]) {
      const look = await lookOfFile(await photoOf(sitter(other)).jpeg().toBuffer());
      expect(lookDistance(own, look)).toBeGreaterThan(mostBits);
    }
  }, 30_000);

  it('is found by its quarters: coarse parts that differ in up to seven bits share one that differs in one at most', () => {
    const look = '00ff5a3c96e1d207';
    expect(lookParts(look)).toEqual([0x00ff, 0x5a3c, 0x96e1, 0xd207]);
    expect(new Set(nearParts(0x5a3c)).size).toBe(17);
    // Two bits of each quarter but the last, and one of that.
    const near = lookParts('00fc593f96e2d206');
    expect(lookParts(look).filter((part, at) => nearParts(part).includes(near[at]!))).toEqual([0xd207]);
  });
});
