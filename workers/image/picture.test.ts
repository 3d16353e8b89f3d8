import { describe, expect, it } from 'vitest';
import { createImage, type RgbaImage } from './image';
import { readAt, readWindow, type Picture } from './picture';
import { resample, type Window } from './resample';

/** A picture of so many pixels whose reads are noted. */
function picture(width: number, height: number): { picture: Picture; image: RgbaImage; reads: Window[] } {
  const image = createImage(width, height);
  for (let at = 0; at < width * height; at++) {
    image.data[at * 4] = (at * 7) % 251;
    image.data[at * 4 + 1] = 40 + ((at / width) % 160);
  }
  const reads: Window[] = [];
  const read = (part: Window) => {
    reads.push(part);
    const cut = createImage(part.width, part.height);
    for (let y = 0; y < part.height; y++) {
      const from = ((part.y + y) * width + part.x) * 4;
      cut.data.set(image.data.subarray(from, from + part.width * 4), y * part.width * 4);
    }
    return cut;
  };
  return { picture: { width, height, read, close: () => undefined }, image, reads };
}

const difference = (a: RgbaImage, b: RgbaImage) =>
  a.data.reduce((most, value, at) => Math.max(most, Math.abs(value - b.data[at]!)), 0);

describe('reading a picture at a size', () => {
  it('is the picture itself where nothing is to be scaled', () => {
    const { picture: given, image } = picture(60, 80);
    expect(readAt(given, { width: 60, height: 80 }, resample)).toEqual(image);
  });

  it('is the same in strips as at once, and no strip is larger than a canvas on iOS holds', () => {
    const { picture: given, image, reads } = picture(6000, 4400);
    const size = { width: 150, height: 110 };
    const read = readAt(given, size, resample);
    expect(reads.length).toBeGreaterThan(1);
    for (const { width, height } of reads) expect(width * height).toBeLessThan(4096 * 4096);
    expect(
      difference(read, resample(image, { x: 0, y: 0, width: 6000, height: 4400 }, 150, 110))
    ).toBeLessThan(2);
  });

  it('continues the edge where a window reaches beyond it', () => {
    const { picture: given, image } = picture(60, 80);
    const window = { x: -20.5, y: -31.25, width: 90, height: 120 };
    expect(readWindow(given, window, { width: 30, height: 40 }, resample)).toEqual(
      resample(image, window, 30, 40)
    );
  });
});
