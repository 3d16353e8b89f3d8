import { expect, it } from 'vitest';
import { resolveStandard } from '$workers/standard/resolve';
import { outlineOn, outlinePlace } from './head-outline';

it('lies in the middle of the registry’s windows', () => {
  const { height, x, y, scaleX, scaleY } = outlinePlace(resolveStandard());
  expect([height, x]).toEqual([400, 150]);
  // Crown window 50…110 of 640 rows, and the hair above the face; faces 180…300 of 480 wide, drawn 148 of 300.
  expect(y).toBeCloseTo((80 / 640 + 0.035) * 400, 6);
  expect(scaleX).toBeCloseTo(150 / 148, 6);
  expect(scaleY).toBe(scaleX);
});

it('follows a standard of another shape with a larger head', () => {
  const square = resolveStandard({
    standard: {
      ...{
        id: 'square',
        name: { en: 'Square' },
        issuer: 'a unit',
        source: 'a test',
        date: '2026',
        trust: 'A'
      },
      ...{ width: 600, height: 600, density: 300, minQuality: 60, backgrounds: ['white'] },
      ...{ mayReplaceBackground: true, glasses: 'allowed', headwear: 'none' },
      windows: [
        { of: 'crown', min: 0.1, max: 0.2, unit: 'share' },
        { of: 'headHeight', min: 0.6, max: 0.8, unit: 'share' }
      ]
    }
  });
  const { height, y, scaleX } = outlinePlace(square);
  expect(height).toBe(300);
  expect(y).toBeCloseTo(300 * (0.15 + 0.035), 6);
  expect(scaleX).toBeCloseTo((0.7 * 0.7 * 300) / 148, 6);
});

it('lies on a head that was found, in a frame that is cut at its sides, and on its mirror', () => {
  // 1600 × 1200 fills a view of 300 × 400: a third of a view's pixel each, 100 of its 533 cut at either side.
  const frame = { width: 1600, height: 1200 };
  const head = {
    ...{ crownY: 300, eyeY: 480, chinY: 690, faceLeft: 770, faceRight: 1070, centreX: 920 },
    eyeDistance: 120
  };
  const seen = outlineOn(head, frame, resolveStandard(), false);
  expect(seen.x).toBeCloseTo(150 + 40, 6);
  expect(seen.y).toBeCloseTo(100, 6);
  expect(seen.scaleX * 148).toBeCloseTo(1.12 * 100, 6);
  expect(seen.scaleY * 194).toBeCloseTo(130, 6);
  expect(outlineOn(head, frame, resolveStandard(), true).x).toBeCloseTo(150 - 40, 6);
});
