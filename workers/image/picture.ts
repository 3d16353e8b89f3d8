import type { RgbaImage } from './image';
import { reachOf, type Resample, type Window } from './resample';

interface Size {
  width: number;
  height: number;
}

/** A decoded picture, upright, wherever its pixels are held; they are read in parts, as they are needed. */
export interface Picture extends Size {
  /** Pixels of a part (whole pixels, inside the picture) as they are: never scaled by whoever holds them. */
  read(part: Window): RgbaImage;
  /** Frees the pixels; nothing can be read afterwards. */
  close(): void;
}

/** The whole of a picture. */
export const wholeOf = ({ width, height }: Size): Window => ({ x: 0, y: 0, width, height });

/** Pixels that are read at once: half of what a canvas holds on iOS (4096 × 4096), and 32 MB. */
const maxPart = 8_000_000;

/**
 * The picture at a size by our own resampler, whose answer is the same in every browser. Large pictures are read strip
 * by strip.
 */
export function readAt(picture: Picture, size: Size, resample: Resample): RgbaImage {
  if (
    size.width === picture.width &&
    size.height === picture.height &&
    picture.width * picture.height <= maxPart
  )
    return picture.read(wholeOf(picture));
  return readWindow(picture, wholeOf(picture), size, resample);
}

/** A window of a picture, on fractions of its pixels, at a size; beyond the picture its edge pixels continue. */
export function readWindow(
  picture: Picture,
  window: Window,
  { width, height }: Size,
  resample: Resample
): RgbaImage {
  const across = rangeOf(window.x, window.width, width, picture.width);
  const scale = window.height / height;
  const stripOf = (row: number, rows: number): Window => {
    const down = rangeOf(window.y + row * scale, rows * scale, rows, picture.height);
    return { x: across.from, y: down.from, width: across.to - across.from, height: down.to - down.from };
  };
  const sampled = (part: Window, row: number, rows: number) =>
    resample(
      picture.read(part),
      { x: window.x - part.x, y: window.y + row * scale - part.y, width: window.width, height: rows * scale },
      width,
      rows
    );
  const whole = stripOf(0, height);
  const strips = Math.ceil((whole.width * whole.height) / maxPart);
  if (strips <= 1) return sampled(whole, 0, height);
  const data = new Uint8ClampedArray(width * height * 4);
  const rows = Math.ceil(height / strips);
  for (let row = 0; row < height; row += rows) {
    const count = Math.min(rows, height - row);
    data.set(sampled(stripOf(row, count), row, count).data, row * width * 4);
  }
  return { width, height, data };
}

/** Source pixels that the resampler looks at for `size` output pixels, clipped to `0 … end`, at least one. */
function rangeOf(start: number, length: number, size: number, end: number): { from: number; to: number } {
  const reach = reachOf(length / size) + 2;
  const from = Math.max(0, Math.min(end - 1, Math.floor(start - reach)));
  return { from, to: Math.max(from + 1, Math.min(end, Math.ceil(start + length + reach))) };
}
