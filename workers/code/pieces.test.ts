import { describe, expect, it } from 'vitest';
import { piecesOf } from './pieces';

describe('a picture of codes', () => {
  it('is read at once where a canvas holds it', () => {
    expect(piecesOf({ width: 4000, height: 3000 })).toHaveLength(1);
  });

  it.each([
    [1080, 12_000],
    [8192, 6144],
    [400, 32_767]
  ])('of %i × %i is read in squares that leave no gap and overlap by a code’s size', (width, height) => {
    const [whole, ...squares] = piecesOf({ width, height });
    expect(whole!.scale * Math.max(width, height)).toBeLessThanOrEqual(4096);
    for (const { part, scale } of squares) {
      expect(scale).toBe(1);
      expect(part.x + part.width).toBeLessThanOrEqual(width);
      expect(part.y + part.height).toBeLessThanOrEqual(height);
      expect(part.width * part.height).toBeLessThanOrEqual(4096 * 4096);
    }
    // Any square of the overlap's side lies inside one of them.
    const code = Math.min(768, width);
    for (let y = 0; y + code <= height; y += 97)
      for (let x = 0; x + code <= width; x += 97)
        expect(
          squares.some(
            ({ part }) =>
              x >= part.x &&
              y >= part.y &&
              x + code <= part.x + part.width &&
              y + code <= part.y + part.height
          )
        ).toBe(true);
  });
});
