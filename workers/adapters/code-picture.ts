import type { Piece } from '../code/pieces';
import type { RgbaImage } from '../image/image';
import { readBitmap, type BrowserPicture } from './browser-picture';
import { pixelCanvas } from './canvas';

/**
 * Pixels of a piece of a picture on white (a transparent ground would read as black). Pieces made smaller are scaled by
 * the browser: nothing is measured on them, and their codes are read or not.
 */
export function readOnWhite({ bitmap }: BrowserPicture, { part, scale }: Piece): RgbaImage {
  const size = {
    width: Math.max(1, Math.round(part.width * scale)),
    height: Math.max(1, Math.round(part.height * scale))
  };
  return readBitmap(bitmap, part, pixelCanvas(), size, '#fff');
}
