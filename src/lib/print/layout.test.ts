import { describe, expect, it } from 'vitest';
import { ownSize, papers, photoSizes } from './formats';
import { layOut, partFor } from './layout';

const everySheet = Object.values(photoSizes).flatMap((photo) =>
  Object.values(papers).map((paper) => [photo, paper, layOut(photo, paper)] as const)
);

describe('a sheet', () => {
  it('holds as many photos as the paper has room for', () => {
    const count = (photo: keyof typeof photoSizes, paper: keyof typeof papers) =>
      layOut(photoSizes[photo], papers[paper]).places.length;
    // 3 × 3 upright: 3 · 25 + 2 · 2 + 8 = 87 ≤ 89, 3 · 35 + 2 · 2 + 8 = 117 ≤ 127.
    expect(count('one', 'five')).toBe(9);
    // 2 × 2 upright: 2 · 35 + 2 + 8 = 80 ≤ 89, 2 · 49 + 2 + 8 = 108 ≤ 127.
    expect(count('two', 'five')).toBe(4);
    expect(layOut({ width: 300, height: 300 }, papers.a4).places).toEqual([]);
  });

  it.each(everySheet)(
    'of %o on %o keeps photos whole, apart, and away from the edge',
    (photo, paper, sheet) => {
      expect([sheet.width, sheet.height].sort()).toEqual([paper.width, paper.height].sort());
      for (const { x, y } of sheet.places) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
        expect(x + photo.width).toBeLessThanOrEqual(sheet.width - 4 + 1e-9);
        expect(y + photo.height).toBeLessThanOrEqual(sheet.height - 4 + 1e-9);
      }
      for (const [index, a] of sheet.places.entries())
        for (const b of sheet.places.slice(index + 1))
          expect(
            Math.abs(a.x - b.x) >= photo.width + 2 - 1e-9 || Math.abs(a.y - b.y) >= photo.height + 2 - 1e-9
          ).toBe(true);
    }
  );

  it.each(everySheet)(
    'of %o on %o is cut at the edges of its photos, and nowhere else',
    (photo, _, sheet) => {
      const edges = (from: number[], length: number) =>
        [...new Set(from.flatMap((at) => [at, at + length]))].sort((a, b) => a - b);
      expect([...sheet.cuts.down].sort((a, b) => a - b)).toEqual(
        edges(
          sheet.places.map(({ x }) => x),
          photo.width
        )
      );
      expect([...sheet.cuts.across].sort((a, b) => a - b)).toEqual(
        edges(
          sheet.places.map(({ y }) => y),
          photo.height
        )
      );
    }
  );
});

it('a print of other proportions loses the sides alike, or the bottom, never the top', () => {
  expect(partFor({ width: 480, height: 640 }, { width: 30, height: 60 })).toEqual({
    x: 80,
    y: 0,
    width: 320,
    height: 640
  });
  expect(partFor({ width: 480, height: 640 }, { width: 40, height: 40 })).toEqual({
    x: 0,
    y: 0,
    width: 480,
    height: 480
  });
});

it('a photo’s own size follows from its density', () => {
  expect(ownSize({ width: 300, height: 600 }, 300)).toEqual({ width: 25.4, height: 50.8 });
});
