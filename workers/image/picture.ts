import type { RgbaImage } from './image';
import type { Window } from './resample';

/** A decoded picture, upright, wherever its pixels are held; they are read in parts, as they are needed. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Pixels of a part (whole pixels, inside the picture), scaled to `size` where given. */
  read(part: Window, size?: { width: number; height: number }): RgbaImage;
  /** Frees the pixels; nothing can be read afterwards. */
  close(): void;
}

/** The whole of a picture. */
export const wholeOf = ({ width, height }: { width: number; height: number }): Window => ({
  x: 0,
  y: 0,
  width,
  height
});
