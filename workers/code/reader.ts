import type { RgbaImage } from '../image/image';
import type { Point } from '../image/point';
import type { Content } from './payload/text';

/** How a decoder tells dark from light: by the mean around each pixel, or by one threshold for the picture. */
export type Binarizer = 'local' | 'global';

/** One symbol as read. */
export interface Reading extends Content {
  /** Top left, top right, bottom right, bottom left of the symbol, in pixels of the picture that was read. */
  corners: Point[];
}

/** A decoder of full QR codes (model 1 or 2). */
export interface CodeReader {
  /** Shown as the first half of `DecodedCode.decoder`. */
  readonly id: string;
  /** Every full QR code whose error correction closes. Never throws on a picture. */
  read(picture: RgbaImage, binarizer: Binarizer): Promise<Reading[]>;
}
