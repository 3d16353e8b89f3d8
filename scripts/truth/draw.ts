import sharp from 'sharp';
import { renderSitter, type Sitter } from '../../workers/studio/sitter';
import type { RgbaImage } from '../../workers/image/image';
import type { Scene } from './scenes';

/** Standard deviation, in pixels, of the blur of what stands behind the plane of focus. */
const outOfFocus = 6;

/** The sitter of a scene; with somebody behind, laid over their picture by the sitter's own alpha. */
export async function drawScene({ sitter: options, behind }: Scene): Promise<Sitter> {
  const sitter = renderSitter(options);
  if (!behind) return sitter;
  const wall = await blurred(renderSitter({ seed: 7, ...behind }).image);
  const { alpha, foreground } = sitter.truth;
  const { image } = sitter;
  for (let at = 0; at < alpha.data.length; at++) {
    const a = alpha.data[at]!;
    for (let c = 0; c < 3; c++)
      image.data[at * 4 + c] = a * foreground[at * 3 + c]! + (1 - a) * wall.data[at * 4 + c]!;
  }
  return sitter;
}

async function blurred({ data, width, height }: RgbaImage): Promise<RgbaImage> {
  const raw = { width, height, channels: 4 } as const;
  const pixels = await sharp(Buffer.from(data.buffer), { raw }).blur(outOfFocus).raw().toBuffer();
  return { width, height, data: new Uint8ClampedArray(pixels) };
}
