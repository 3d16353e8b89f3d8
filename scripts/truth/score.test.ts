import { describe, expect, it } from 'vitest';
import { createImage, createPlane } from '../../workers/image/image';
import { colourDifference, labOf } from '../../workers/image/lab';
import { score } from './score';

describe('colourDifference', () => {
  // Sharma, Wu and Dalal (2005), table 1.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[50, 2.5, 0], [50, 3.2592, 0.335], 1.0],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373]
  ] as const)('%j to %j', (one, other, expected) => {
    expect(colourDifference(one, other)).toBeCloseTo(expected, 3);
    expect(colourDifference(other, one)).toBeCloseTo(expected, 3);
  });
  it('knows white and black', () => {
    labOf(255, 255, 255).forEach((value, i) => expect(value).toBeCloseTo([100, 0, 0][i]!, 1));
    expect(labOf(0, 0, 0)[0]).toBeCloseTo(0, 6);
  });
});

describe('score', () => {
  const truth = { alpha: createPlane(40, 40), flat: new Float32Array(4800).fill(100) };
  truth.alpha.data.forEach((_, at) => (truth.alpha.data[at] = at % 40 < 20 ? 1 : at % 40 === 20 ? 0.5 : 0));
  const picture = createImage(40, 40);
  picture.data.fill(100);

  it('is zero for the truth', () => {
    expect(score(truth.alpha, picture, truth)).toEqual({ mad: 0, gradient: 0, colour: 0 });
  });
  it('counts only the band', () => {
    const far = { ...truth.alpha, data: truth.alpha.data.map((a, at) => (at % 40 === 2 ? 0 : a)) };
    expect(score(far, picture, truth).mad).toBe(0);
    const near = { ...truth.alpha, data: truth.alpha.data.map((a, at) => (at % 40 === 15 ? 0 : a)) };
    expect(score(near, picture, truth).mad).toBeCloseTo(1 / 17, 6);
  });
});
