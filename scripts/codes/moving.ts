import sharp from 'sharp';
import { drawCode } from './draw';

const frame = { width: 1280, height: 960 };
/** The table's colour while less than half of the code is in the picture, and from then on. */
const tables = ['#80786f', '#6f7880'];
/** Pictures of one way from edge to edge, and how often each is shown: as slow as a hand. */
const [pictures, each] = [12, 3];

/**
 * A code on a table, seen by a hand that moves: turned, smaller and larger, in and out of the picture.
 *
 * @returns an MJPEG stream, 1280×960: about two seconds in which less than half of the code is to be seen, then twice
 *   from the left edge to the right one, on a table of another colour
 */
export async function movingCode(text: string): Promise<Buffer> {
  const code = await drawCode(text, { module: 8 });
  const [hidden, ...moving] = await Promise.all(
    Array.from({ length: pictures }, async (_, i) => {
      const turned = await sharp(code)
        .resize(520 + 8 * i)
        .rotate(12 * Math.sin(i), { background: '#fff' })
        .toBuffer({ resolveWithObject: true });
      const { width, height } = turned.info;
      const left = Math.round(-0.6 * width + (i / (pictures - 1)) * 1.1 * width);
      const visible = sharp(turned.data).extract({
        left: Math.max(0, -left),
        top: 0,
        width: Math.min(width, width + left, frame.width - Math.max(0, left)),
        height: Math.min(height, 900)
      });
      return sharp({ create: { ...frame, channels: 3, background: tables[i ? 1 : 0]! } })
        .composite([{ input: await visible.toBuffer(), left: Math.max(0, left), top: 20 }])
        .jpeg({ quality: 88 })
        .toBuffer();
    })
  );
  const slowly = moving.flatMap((picture) => Array.from({ length: each }, () => picture));
  return Buffer.concat([...Array.from({ length: 60 }, () => hidden!), ...slowly, ...slowly]);
}
