import sharp from 'sharp';
import type { RgbaImage } from '../../workers/image/image';

/** A picture as a JPEG file, colours at full resolution. */
export function encodeJpeg(image: RgbaImage, quality = 92): Promise<Buffer> {
  const { width, height, data } = image;
  return sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

/**
 * A film of JPEG frames one after another (MJPEG), as Chromium's fake camera reads it; it shows them in a loop at
 * 30 frames a second, so a frame that should stand for a second is given thirty times.
 */
export async function encodeClip(frames: readonly RgbaImage[], quality = 90): Promise<Buffer> {
  return Buffer.concat(await Promise.all(frames.map((frame) => encodeJpeg(frame, quality))));
}
