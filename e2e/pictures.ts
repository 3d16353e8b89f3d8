/** The pictures the specs feed the product, all drawn or made here. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { renderSitter } from '../workers/studio/sitter';
import type { SitterOptions } from '../workers/studio/options';
import { renderTwoSitters } from '../workers/studio/scene';
import type { RgbaImage } from '../workers/image/image';

const raw = ({ data, width, height }: RgbaImage) =>
  sharp(Buffer.from(data.buffer, data.byteOffset, data.byteLength), {
    raw: { width, height, channels: 4 }
  }).removeAlpha();

const jpegOf = (picture: Sharp) => picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toBuffer();

/** Drawing takes seconds, so each picture is drawn once a run: by the name of what is drawn, in E2E_DRAWN. */
async function once(name: string, drawn: () => RgbaImage): Promise<Sharp> {
  const file = join(process.env.E2E_DRAWN!, `${createHash('sha256').update(name).digest('hex')}.png`);
  if (!existsSync(file)) {
    const part = `${file}.${process.pid}`;
    await raw(drawn()).png({ compressionLevel: 1 }).toFile(part);
    // Renaming keeps another worker from reading half a file.
    await rename(part, file);
  }
  return sharp(file);
}

const draw = (options: SitterOptions) => once(JSON.stringify(options), () => renderSitter(options).image);

/** A sitter as a camera sees one; without options everything is right. */
export const sitterJpeg = async (options: SitterOptions = {}) => jpegOf(await draw(options));

/** A sitter with a red mark in the upper left corner of what the camera sees. */
export const markedSitterJpeg = async (options: SitterOptions = {}) => {
  const mark = { create: { width: 80, height: 80, channels: 3 as const, background: '#d01818' } };
  return jpegOf((await draw(options)).composite([{ input: mark, left: 0, top: 0 }]));
};

/** The sitter's room at night. */
export const darkSitterJpeg = async () => jpegOf((await draw({})).linear(0.06, 0));

/** A light wall and nobody before it. */
export const emptyRoomJpeg = () =>
  jpegOf(
    sharp({ create: { width: 960, height: 1280, channels: 3, background: { r: 214, g: 216, b: 218 } } })
  );

/** Two people side by side. */
export const twoSittersJpeg = async () => jpegOf(await once('two sitters', renderTwoSitters));

/** A code held before the camera. */
export const codeFrameJpeg = (png: Uint8Array) =>
  jpegOf(
    sharp(png)
      .resize(620, 620, { fit: 'contain', background: '#fff' })
      .extend({ top: 170, bottom: 170, left: 130, right: 530, background: '#6f7880' })
  );

/** 108 megapixels. */
export const hugeJpeg = () =>
  sharp({ create: { width: 12_000, height: 9_000, channels: 3, background: '#9ab' } })
    .jpeg({ quality: 40 })
    .toBuffer();

/** As a print shop would save it. */
export const cmykJpeg = async () =>
  sharp(await sitterJpeg())
    .toColourspace('cmyk')
    .jpeg()
    .toBuffer();

/** Two frames. */
export const animatedGif = async () => {
  const frames = ['#abc', '#cba'].map((background) => ({
    create: { width: 480, height: 640, channels: 3 as const, background }
  }));
  const pngs = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
  return sharp(pngs, { join: { animated: true } })
    .gif({ delay: [100, 100] })
    .toBuffer();
};
