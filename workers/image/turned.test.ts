import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { pictureOf } from '../studio/picture';
import { orientationOf, withoutOrientation } from './exif';
import { GroundedPicture } from './grounded';
import { createImage, type RgbaImage } from './image';
import { wholeOf } from './picture';
import { TurnedPicture, type Orientation } from './turned';

const orientations: Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** No two pixels alike. */
function distinct(width: number, height: number): RgbaImage {
  const image = createImage(width, height);
  for (let at = 0; at < width * height; at++) image.data.set([at & 255, at >> 8, (at * 7) & 255], at * 4);
  return image;
}

describe('a turned picture', () => {
  it.each(orientations)('stands as Exif’s orientation %i says', async (orientation) => {
    const stored = distinct(31, 22);
    const turned = new TurnedPicture(pictureOf(stored), orientation);
    const file = await sharp(stored.data, { raw: { width: 31, height: 22, channels: 4 } })
      .withMetadata({ orientation })
      .png()
      .toBuffer();
    const { data, info } = await sharp(file).autoOrient().raw().toBuffer({ resolveWithObject: true });
    expect([turned.width, turned.height]).toEqual([info.width, info.height]);
    const whole = turned.read(wholeOf(turned));
    expect(Buffer.from(whole.data).equals(data)).toBe(true);

    const part = { x: 3, y: 5, width: 11, height: 9 };
    const read = turned.read(part);
    for (let y = 0; y < part.height; y++)
      for (let x = 0; x < part.width; x++)
        expect(read.data[(y * part.width + x) * 4 + 2]).toBe(
          whole.data[((part.y + y) * turned.width + part.x + x) * 4 + 2]
        );
  });
});

describe('what a file says of how it lies', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('is read, and can be left out: %s', async (type) => {
    for (const orientation of orientations) {
      const file = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#6a7b8c' } })
        .withMetadata({ orientation })
        .toFormat(type)
        .toBuffer();
      expect(orientationOf(file)).toBe(orientation);
      const silent = withoutOrientation(new Uint8Array(file));
      expect(silent.length).toBe(file.length);
      expect(orientationOf(silent)).toBe(1);
    }
    const plain = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#fff' } })
      .toFormat(type)
      .toBuffer();
    expect(orientationOf(plain)).toBe(1);
    const bytes = new Uint8Array(plain);
    expect(withoutOrientation(bytes)).toBe(bytes);
  });

  it('is nothing in a file that is cut off', async () => {
    const file = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#6a7b8c' } })
      .withMetadata({ orientation: 6 })
      .webp()
      .toBuffer();
    for (let length = 0; length < file.length; length += 7)
      expect(orientationOf(file.subarray(0, length))).toSatisfy((found) => found === 1 || found === 6);
  });
});

describe('a picture that lets something through', () => {
  it('shows the ground by its own alpha', () => {
    const image = createImage(3, 1);
    image.data.set([200, 100, 0, 255, 200, 100, 0, 51, 0, 0, 0, 0]);
    const seen = new GroundedPicture(pictureOf(image), [100, 200, 255]).read({
      x: 0,
      y: 0,
      width: 3,
      height: 1
    });
    expect([...seen.data]).toEqual([200, 100, 0, 255, 120, 180, 204, 255, 100, 200, 255, 255]);
  });
});
