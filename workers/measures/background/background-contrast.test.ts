import { expect, it } from 'vitest';
import { renderSitter, type SitterOptions } from '../../studio/sitter';
import { backgroundContrast } from './background-contrast';
import { Scene } from '../scene';

const contrast = (changes: SitterOptions) => {
  const { image, truth } = renderSitter({ width: 480, height: 640, supersample: 1, ...changes });
  return backgroundContrast.value(
    new Scene({ image, geometry: truth.geometry, matte: truth.alpha, faces: [] })
  );
};

it('is near nothing for black hair before a black wall', () => {
  expect(contrast({ wall: { colour: [30, 26, 25] } })).toBeLessThan(8);
});

it('is large for dark hair before a light wall, for fair hair and for bald heads', () => {
  expect(contrast({})).toBeGreaterThan(60);
  const fair = { style: 'long', colour: [196, 160, 104] } as const;
  expect(contrast({ hair: fair, wall: { colour: [240, 240, 238] } })).toBeGreaterThan(20);
  expect(contrast({ hair: { style: 'bald' }, wall: { colour: [200, 210, 220] } })).toBeGreaterThan(20);
});

it('is unknown without a matte', () => {
  const { image, truth } = renderSitter({ width: 240, height: 320, supersample: 1 });
  expect(
    backgroundContrast.value(new Scene({ image, geometry: truth.geometry, matte: null, faces: [] }))
  ).toBeNull();
});
