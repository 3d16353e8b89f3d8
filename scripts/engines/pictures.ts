import sharp from 'sharp';
import type { SitterOptions } from '../../workers/studio/options';
import { renderSitter } from '../../workers/studio/sitter';
import type { GivenFile } from '../lib/journey-page';
import { encodeJpeg } from '../lib/jpeg';

const blond = [196, 160, 104] as const;
const brown = [96, 62, 40] as const;

/** Sitters who differ in what the core looks at; each with a name for the report. */
const sitters: readonly [string, SitterOptions][] = [
  ['plain', {}],
  ['long-hair', { hair: { style: 'long' } }],
  ['turned', { yaw: 6, hair: { style: 'long', colour: brown } }],
  ['glasses', { glasses: 'clear', skin: 'tan' }],
  ['bald', { hair: { style: 'bald' }, skin: 'light' }],
  ['dark-skin', { skin: 'veryDark', wall: { colour: [236, 236, 236] } }],
  ['blond', { hair: { style: 'long', colour: blond }, wall: { colour: [170, 190, 205] } }],
  ['shirt', { clothing: { style: 'shirt', colour: [236, 238, 240] }, wall: { colour: [120, 160, 200] } }],
  ['gradient', { wall: { gradient: 0.3, noise: 2 } }],
  ['cast-shadow', { wall: { castShadow: 0.4 }, light: { direction: 'left' } }],
  ['top-light', { light: { direction: 'top', strength: 0.6 } }],
  ['dim', { light: { level: 0.7 }, sensorNoise: 4 }],
  ['tilted', { roll: 4, seed: 3 }],
  ['mouth-open', { mouthOpen: 0.2, seed: 4 }],
  ['earrings', { jewellery: true, hair: { style: 'long' }, seed: 5 }],
  ['soft', { blur: 1.2, seed: 6 }],
  ['bricks', { wall: { busy: 'bricks' }, hair: { style: 'long' } }],
  ['small', { width: 720, height: 960, skin: 'brown' }],
  ['landscape', { width: 1280, height: 960, headSize: 0.24 }]
];

/**
 * The first `count` of the twenty pictures that each engine finishes. The second is larger than the core works on, as
 * every phone's still is: 12 megapixels.
 */
export async function pictures(count = 20): Promise<GivenFile[]> {
  const files: GivenFile[] = [];
  for (const [name, options] of sitters.slice(0, Math.max(1, count - 1))) {
    const buffer = await encodeJpeg(renderSitter(options).image);
    files.push({ name: `${name}.jpg`, mimeType: 'image/jpeg', buffer });
  }
  const large = await sharp(files[0]!.buffer).resize(3000, 4000).jpeg({ quality: 90 }).toBuffer();
  files.splice(1, 0, { name: 'large.jpg', mimeType: 'image/jpeg', buffer: large });
  return files.slice(0, count);
}
