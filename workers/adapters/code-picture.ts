import type { RgbaImage } from '../image/image';
import { wholeOf } from '../image/picture';
import { readBitmap, type BrowserPicture } from './browser-picture';

/** Longer side a picture is read at: a code that fills it has more pixels a module than any decoder needs. */
const maxSide = 4096;

/** Pixels of a picture on white (a transparent ground would read as black), and the scale they were read at. */
export function readOnWhite({ bitmap, width, height }: BrowserPicture): {
  picture: RgbaImage;
  scale: number;
} {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  const size = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale))
  };
  const canvas = new OffscreenCanvas(size.width, size.height);
  return { picture: readBitmap(bitmap, wholeOf({ width, height }), canvas, size, '#fff'), scale };
}
