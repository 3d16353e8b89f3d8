import { describe, expect, it } from 'vitest';
import type { SitterOptions } from '../studio/options';
import { measuredSitter } from '../studio/measured';
import { earsVisible } from './face/ears';
import { glassesPresent } from './worn/glasses';
import { headCovered } from './worn/head-covering';
import { jewelleryWorn } from './worn/jewellery';
import { likelihood } from './tools/model';
import { Scene } from './scene';

const sitter = (options: SitterOptions = {}) =>
  measuredSitter({ width: 600, height: 800, supersample: 1, ...options });
const plain = sitter();

describe('likelihood', () => {
  it('is one half where the weighted features cancel the bias, and follows each weight', () => {
    const model = { mean: [1, 2], deviation: [2, 4], weight: [1, -2], bias: 0 };
    expect(likelihood(model, [1, 2])).toBe(0.5);
    expect(likelihood(model, [3, 2])).toBeCloseTo(1 / (1 + Math.exp(-1)), 9);
    expect(likelihood(model, [1, 6])).toBeCloseTo(1 / (1 + Math.exp(2)), 9);
  });
});

describe('appearance', () => {
  it('says nothing against the plain sitter, and nothing at all without a face', () => {
    for (const measure of [glassesPresent, jewelleryWorn]) {
      expect(measure.value(new Scene(plain)), measure.id).toBeLessThan(0.5);
      expect(measure.value(new Scene({ ...plain, faces: [], geometry: null })), measure.id).toBeNull();
    }
    expect(earsVisible.value(new Scene(plain))).toBeGreaterThan(0.5);
    expect(earsVisible.value(new Scene({ ...plain, faces: [], geometry: null }))).toBeNull();
    expect(headCovered.value(new Scene(plain))).toBeLessThan(0.9);
  });

  it.each(['clear', 'tinted', 'glare'] as const)('sees %s glasses', (glasses) => {
    expect(glassesPresent.value(new Scene(sitter({ glasses })))).toBeGreaterThan(0.8);
  });

  it('sees glasses on very dark skin', () => {
    expect(glassesPresent.value(new Scene(sitter({ skin: 'veryDark', glasses: 'clear' })))).toBeGreaterThan(
      0.8
    );
    expect(glassesPresent.value(new Scene(sitter({ skin: 'veryDark' })))).toBeLessThan(0.2);
  });

  it('tells hair over the ears from hair behind them', () => {
    const [over, behind] = [true, false].map((overEars) =>
      earsVisible.value(new Scene(sitter({ hair: { style: 'long', overEars } })))!
    );
    expect(over).toBeLessThan(0.3);
    expect(behind).toBeGreaterThan(0.3);
  });

  it('finds jewellery likelier where it is worn', () => {
    const worn = sitter({ jewellery: true, skin: 'dark' });
    expect(
      jewelleryWorn.value(new Scene(worn))! - jewelleryWorn.value(new Scene(sitter({ skin: 'dark' })))!
    ).toBeGreaterThan(0.3);
  });

  it('does not take strands of long hair for earrings or a chain', () => {
    const long = sitter({ hair: { style: 'long' }, skin: 'dark' });
    expect(jewelleryWorn.value(new Scene(long))).toBeLessThan(0.3);
  });

  it('takes an outline that stands high and wide for a hat', () => {
    const { geometry, matte, image } = plain;
    const data = matte!.data.slice();
    const { eyeY, chinY, centreX, faceLeft, faceRight } = geometry!;
    const crownY = eyeY - 1.5 * (chinY - eyeY);
    const [width, scale] = [0.95 * (faceRight - faceLeft), matte!.width / image.width];
    for (let y = Math.round(crownY * scale); y < (eyeY - 0.5 * (chinY - eyeY)) * scale; y++)
      data.fill(
        1,
        y * matte!.width + Math.round((centreX - width) * scale),
        y * matte!.width + Math.round((centreX + width) * scale)
      );
    const hat = { ...plain, geometry: { ...geometry!, crownY }, matte: { ...matte!, data } };
    expect(headCovered.value(new Scene(hat))).toBeGreaterThan(1);
  });
});
