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
