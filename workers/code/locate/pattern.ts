/** A module whose colour every code of a size shares; x right, y down, from the top left. */
export interface KnownModule {
  x: number;
  y: number;
  dark: boolean;
}

/** Modules a side of version 1 … 40. */
export const sizes: readonly number[] = Array.from({ length: 40 }, (_, i) => 21 + 4 * i);

/** Centres of the alignment patterns along one side (ISO/IEC 18004:2015, annex E). */
function alignmentCentres(size: number): number[] {
  const version = (size - 17) / 4;
  if (version < 2) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - i * step).reverse()];
}

/** Finder patterns with separators, timing patterns and alignment patterns of a code of `size` modules. */
export function knownModules(size: number): KnownModule[] {
  const modules: KnownModule[] = [];
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7]
  ] as const) {
    for (let y = Math.max(0, top - 1); y < Math.min(size, top + 8); y++)
      for (let x = Math.max(0, left - 1); x < Math.min(size, left + 8); x++)
        modules.push({ x, y, dark: ringIsDark(Math.max(Math.abs(x - left - 3), Math.abs(y - top - 3))) });
  }
  for (let i = 8; i < size - 8; i++) {
    modules.push({ x: i, y: 6, dark: i % 2 === 0 }, { x: 6, y: i, dark: i % 2 === 0 });
  }
  const centres = alignmentCentres(size);
  for (const cy of centres)
    for (const cx of centres) {
      if (isUnderFinder(cx, cy, size)) continue;
      for (let y = -2; y <= 2; y++)
        for (let x = -2; x <= 2; x++)
          modules.push({ x: cx + x, y: cy + y, dark: Math.max(Math.abs(x), Math.abs(y)) !== 1 });
    }
  return modules;
}

/** By distance from a finder's centre: square, ring, ring, separator. */
const ringIsDark = (ring: number) => ring !== 2 && ring !== 4;

const isUnderFinder = (x: number, y: number, size: number) =>
  (x < 9 && y < 9) || (x < 9 && y > size - 9) || (x > size - 9 && y < 9);
