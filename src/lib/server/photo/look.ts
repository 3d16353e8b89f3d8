/** What of a photo its look is told by: the cells of a grid over the face and hair, shares of its width and height. */
export const lookGrid = { left: 0.22, right: 0.78, top: 0.09, bottom: 0.84, columns: 18, rows: 16 };

/**
 * Bits of the fine part that two photos of one look differ in at most, of 272. On finished photos of 119 portraits, one
 * stored anew, scaled, blurred, made lighter or cropped by a hundredth differed in up to 26 of 256 from itself; those of two
 * sitters in 53 and more.
 */
export const mostBits = 38;

/** Hex digits of the coarse part, by which near looks are found. */
const coarseDigits = 16;

/**
 * What a photo looks like, in hex: which cells are lighter than the one at their left (difference hash), first of cells
 * of two by two, 64 bits, then of each, 272. It stays nearly the same when the photo is stored anew, scaled or made a little
 * lighter. It tells pictures apart, not persons: two photos of one person are no more alike than those of two.
 *
 * @param lights mean lights of the cells of `lookGrid`, row by row
 */
export function lookOf(lights: ArrayLike<number>): string {
  const { columns, rows } = lookGrid;
  const coarse = Array.from({ length: (columns * rows) / 4 }, (_, cell) => {
    const at = 2 * (cell % (columns / 2)) + 2 * columns * Math.floor(cell / (columns / 2));
    return lights[at]! + lights[at + 1]! + lights[at + columns]! + lights[at + columns + 1]!;
  });
  return differences(coarse, columns / 2) + differences(lights, columns);
}

function differences(lights: ArrayLike<number>, columns: number): string {
  let bits = 0n;
  let count = 0;
  for (let cell = 0; cell < lights.length; cell++) {
    if (cell % columns === 0) continue;
    bits = (bits << 1n) | (lights[cell]! > lights[cell - 1]! ? 1n : 0n);
    count++;
  }
  return bits.toString(16).padStart(count / 4, '0');
}

/** Bits of the fine part in which two looks differ. */
export function lookDistance(one: string, other: string): number {
  const fine = (look: string) => BigInt(`0x${look.slice(coarseDigits)}`);
  let differing = fine(one) ^ fine(other);
  let count = 0;
  for (; differing; differing &= differing - 1n) count++;
  return count;
}

/** Quarters of the coarse part as numbers, which the database finds near looks by. */
export const lookParts = (look: string): number[] =>
  [0, 4, 8, 12].map((at) => Number.parseInt(look.slice(at, at + 4), 16));

/** A quarter itself, and every one that differs in a bit: coarse parts that differ in up to seven share one of these. */
export const nearParts = (part: number): number[] => [
  part,
  ...Array.from({ length: 16 }, (_, bit) => part ^ (1 << bit))
];
