import type { RgbaImage } from './image';
import type { Picture } from './picture';
import type { Window } from './resample';

/** How the rows and columns of a file lie on the upright picture: 1 as they are … 8 (Exif, CIPA DC-008). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Degrees clockwise by which a file's picture was turned to stand upright. */
export type Turned = 0 | 90 | 180 | 270;

/** Rows and columns change places. */
const swaps = (orientation: Orientation) => orientation >= 5;
/** Columns, and rows, of the file run against the picture's. */
const fromRight: readonly Orientation[] = [2, 3, 7, 8];
const fromBottom: readonly Orientation[] = [3, 4, 6, 7];

/** A picture as it is upright; its pixels are moved, never changed. */
export class TurnedPicture implements Picture {
  readonly width: number;
  readonly height: number;

  /** @param picture owned by this one from here on */
  constructor(
    private readonly picture: Picture,
    private readonly orientation: Orientation
  ) {
    const { width, height } = picture;
    this.width = swaps(orientation) ? height : width;
    this.height = swaps(orientation) ? width : height;
  }

  read(part: Window): RgbaImage {
    const { picture, orientation } = this;
    const swap = swaps(orientation);
    const x = swap ? part.y : part.x;
    const y = swap ? part.x : part.y;
    const width = swap ? part.height : part.width;
    const height = swap ? part.width : part.height;
    const stored = picture.read({
      x: fromRight.includes(orientation) ? picture.width - x - width : x,
      y: fromBottom.includes(orientation) ? picture.height - y - height : y,
      width,
      height
    });
    return turnedImage(stored, orientation);
  }

  close(): void {
    this.picture.close();
  }
}

/** An image that lies as `orientation` says, upright. */
export function turnedImage(stored: RgbaImage, orientation: Orientation): RgbaImage {
  const swap = swaps(orientation);
  const right = fromRight.includes(orientation);
  const bottom = fromBottom.includes(orientation);
  const { width, height } = stored;
  const size = swap ? { width: height, height: width } : { width, height };
  const from = new Uint32Array(stored.data.buffer, stored.data.byteOffset, width * height);
  const data = new Uint8ClampedArray(width * height * 4);
  const to = new Uint32Array(data.buffer);
  for (let row = 0, at = 0; row < size.height; row++)
    for (let column = 0; column < size.width; column++, at++) {
      const u = swap ? row : column;
      const v = swap ? column : row;
      to[at] = from[(bottom ? height - 1 - v : v) * width + (right ? width - 1 - u : u)]!;
    }
  return { ...size, data };
}
