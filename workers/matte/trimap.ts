import { atLeast, type Plane } from '../image/image';

/** What is known before the band is solved. */
export const enum Known {
  unknown = 0,
  background = 1,
  foreground = 2
}

/**
 * Unknown wherever the coarse mask changes sides (at 0.5) within `reach` pixels; else what the mask says.
 *
 * @returns one `Known` per pixel
 */
export function trimap(mask: Plane, reach: number): Uint8Array<ArrayBuffer> {
  const inside = atLeast(mask.data, 0.5);
  const nearPerson = within(inside, 1, mask, reach);
  const nearWall = within(inside, 0, mask, reach);
  const known = new Uint8Array(inside.length);
  for (let at = 0; at < known.length; at++) {
    if (inside[at]) known[at] = nearWall[at] ? Known.unknown : Known.foreground;
    else known[at] = nearPerson[at] ? Known.unknown : Known.background;
  }
  return known;
}

/** An engine's outline and how far it may be off. */
export interface Outline {
  mask: Plane;
  reach: number;
}

/** Two outlines as one, with the places where they disagree. */
export interface Agreement {
  known: Uint8Array<ArrayBuffer>;
  /** First guess: the finer mask, and the mean of both in dispute. */
  mask: Plane;
  /** 1 where one says sitter and the other wall, beyond both reaches. */
  disputed: Uint8Array<ArrayBuffer>;
}

/**
 * The trimap of the finer outline, but where the second says the opposite beyond both reaches, they disagree about a
 * thing and not about its edge: blond hair that one does not see, a flag that the other takes along. Such a place and
 * the second's edge around it stay unknown, for the colours to decide.
 */
export function agreedTrimap(finer: Outline, second: Outline): Agreement {
  const known = trimap(finer.mask, finer.reach);
  const other = trimap(second.mask, second.reach);
  const disputed = known.map((what, at) => (what && other[at] && what !== other[at] ? 1 : 0));
  const near = around(disputed, second);
  const mask = { ...finer.mask, data: finer.mask.data.slice() };
  for (let at = 0; at < known.length; at++) {
    if (!disputed[at] && !(near[at] && other[at] === Known.unknown)) continue;
    known[at] = Known.unknown;
    mask.data[at] = (finer.mask.data[at]! + second.mask.data[at]!) / 2;
  }
  return { known, mask, disputed };
}

/** The trimap of the finer outline, and that of the second in and around the places where it was right. */
export function settledTrimap(finer: Outline, second: Outline, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const known = trimap(finer.mask, finer.reach);
  const other = trimap(second.mask, second.reach);
  const near = around(right, second);
  return known.map((what, at) => (near[at] ? other[at]! : what));
}

const around = (places: Uint8Array, { mask, reach }: Outline) => within(places, 1, mask, 2 * reach + 2);

/** 1 where a pixel of `value` lies within `reach` in each direction (a square, separable). */
export function within(
  plane: Uint8Array,
  value: number,
  { width, height }: { width: number; height: number },
  reach: number
): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array(width * height);
  for (let row = 0; row < rows.length; row += width) {
    for (let x = 0, last = -Infinity; x < width; x++) {
      if (plane[row + x] === value) last = x;
      if (x - last <= reach) rows[row + x] = 1;
    }
    for (let x = width - 1, last = Infinity; x >= 0; x--) {
      if (plane[row + x] === value) last = x;
      if (last - x <= reach) rows[row + x] = 1;
    }
  }
  // All columns at once, row by row, as the memory lies.
  const result = new Uint8Array(width * height);
  const last = new Int32Array(width).fill(-reach - 1);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (rows[at]) last[x] = y;
      if (y - last[x]! <= reach) result[at] = 1;
    }
  last.fill(height + reach);
  for (let y = height - 1; y >= 0; y--)
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (rows[at]) last[x] = y;
      if (last[x]! - y <= reach) result[at] = 1;
    }
  return result;
}
