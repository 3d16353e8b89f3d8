import sharp, { type JpegOptions, type Sharp } from 'sharp';
import { namedColours } from '../../../../workers/standard/colours';

/** Where a finished photo is background: round the head, above the shoulders. */
const isWall = (x: number, y: number, width: number, height: number) =>
  y < height / 10 || (y < height / 3 && (x < width / 10 || x >= width * 0.9));

/**
 * A light-blue wall, and before it enough detail that the file's size can be steered: smooth colour with a little
 * grain.
 */
export function finishedPhoto({
  width = 480,
  height = 640,
  grain = 16,
  seed = 1,
  wall = namedColours['light-blue'] as readonly number[]
} = {}): Sharp {
  const data = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let i = 0; i < data.length; i++) {
    state = (state * 48271) % 2147483647;
    const pixel = Math.floor(i / 3);
    const x = pixel % width;
    const detail = 90 + x / 4 + (state % (2 * grain + 1)) - grain;
    data[i] = isWall(x, Math.floor(pixel / width), width, height) ? wall[i % 3]! : detail;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A JFIF segment: version 1.1, dots per inch, no thumbnail. */
const jfif = (dpi: number) =>
  Buffer.from([
    0xff,
    0xe0,
    0,
    16,
    ...Buffer.from('JFIF\0'),
    1,
    1,
    1,
    dpi >> 8,
    dpi & 255,
    dpi >> 8,
    dpi & 255,
    0,
    0
  ]);

/** A JPEG with its density in the JFIF header, as the image core writes it; sharp's own files have no such header. */
export async function jpegFile(
  photo: Sharp,
  options: JpegOptions = {},
  dpi = 300
): Promise<Uint8Array<ArrayBuffer>> {
  const file = await photo.jpeg({ quality: 72, ...options }).toBuffer();
  return new Uint8Array(Buffer.concat([file.subarray(0, 2), jfif(dpi), file.subarray(2)]));
}

/** Files by seed: hundreds of tests ask for the same few. */
const finished = new Map<number, Promise<Uint8Array>>();

/** A finished file: baseline, 300 dpi, no metadata, inside the default standard's byte window; each caller's own copy. */
export async function finishedFile(seed = 1): Promise<Uint8Array<ArrayBuffer>> {
  let file = finished.get(seed);
  if (!file) finished.set(seed, (file = jpegFile(finishedPhoto({ seed }))));
  return new Uint8Array(await file);
}
