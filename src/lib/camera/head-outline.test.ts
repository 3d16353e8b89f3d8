import { expect, it } from 'vitest';
import { resolveStandard } from '$workers/standard/resolve';
import { outlinePlace } from './head-outline';

it('lies in the middle of the registry’s windows', () => {
  const { height, x, y, scale } = outlinePlace(resolveStandard());
  expect([height, x]).toEqual([400, 150]);
  // Crown window 50…110 of 640 rows, and the hair above the face; faces 180…300 of 480 wide, drawn 148 of 300.
  expect(y).toBeCloseTo((80 / 640 + 0.035) * 400, 6);
  expect(scale).toBeCloseTo(150 / 148, 6);
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
  const { height, y, scale } = outlinePlace(square);
  expect(height).toBe(300);
  expect(y).toBeCloseTo(300 * (0.15 + 0.035), 6);
  expect(scale).toBeCloseTo((0.7 * 0.7 * 300) / 148, 6);
});
