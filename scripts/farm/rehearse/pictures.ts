import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { SitterOptions } from '../../../workers/studio/options';
import { skinTones } from '../../../workers/studio/options';
import { renderSitter } from '../../../workers/studio/sitter';

const optionsOf = (sitter: number, width: number): SitterOptions => ({
  width,
  height: Math.round((width * 4) / 3),
  supersample: 1,
  seed: sitter + 1,
  yaw: (sitter % 5) - 2,
  roll: (sitter % 3) - 1,
  skin: skinTones[sitter % skinTones.length]!,
  hair: { style: sitter % 3 === 1 ? 'long' : 'short' },
  wall: { noise: 0.8 + (sitter % 4) / 4 }
});

/** What no decoder makes a picture of, each another. */
const broken: readonly ((jpeg: Buffer, number: number) => Buffer)[] = [
  (jpeg, number) => jpeg.subarray(0, 2_000 + number),
  (_, number) => Buffer.from(`no picture ${number}`),
  (jpeg, number) => Buffer.concat([jpeg.subarray(0, 600), Buffer.alloc(200, number)])
];

export interface DrawnPictures {
  /** Names below the folder. */
  all: string[];
  broken: Set<string>;
}

/**
 * Writes so many pictures, named as by student numbers, the broken ones spread among them.
 *
 * @param sitters that are drawn; the pictures of one differ in light, place and file
 * @param width pixels
 */
export async function drawPictures(
  folder: string,
  {
    pictures,
    broken: brokenCount,
    width = 768,
    sitters = 12
  }: { pictures: number; broken: number; width?: number; sitters?: number }
): Promise<DrawnPictures> {
  const drawn: DrawnPictures = { all: [], broken: new Set() };
  const bases: Buffer[] = [];
  for (let number = 0; number < pictures; number++) {
    const sitter = number % Math.min(sitters, pictures);
    bases[sitter] ??= await drawOne(optionsOf(sitter, width));
    const name = `${2_022_000_000 + number}.jpg`;
    const jpeg = await varied(bases[sitter], Math.floor(number / sitters));
    // So many of them, evenly.
    const isBroken =
      Math.floor(((number + 1) * brokenCount) / pictures) > Math.floor((number * brokenCount) / pictures);
    await writeFile(join(folder, name), isBroken ? broken[number % broken.length]!(jpeg, number) : jpeg);
    drawn.all.push(name);
    if (isBroken) drawn.broken.add(name);
  }
  return drawn;
}

async function drawOne(options: SitterOptions): Promise<Buffer> {
  const { data, width, height } = renderSitter(options).image;
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** The same sitter a little lighter or darker, further to a side, in a finer or coarser file; never twice the same. */
async function varied(png: Buffer, variant: number): Promise<Buffer> {
  const { width, height } = await sharp(png).metadata();
  const left = variant % 7;
  const top = Math.floor(variant / 7) % 5;
  return sharp(png)
    .extract({ left, top, width: width - 7, height: height - 5 })
    .modulate({ brightness: 0.97 + (variant % 9) / 150 })
    .jpeg({ quality: 88 + (variant % 8) })
    .toBuffer();
}
