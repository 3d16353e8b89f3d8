import { describe, expect, it } from 'vitest';
import { resolveStandard } from '../standard/resolve';
import { measuredSitter } from '../studio/measured';
import { skinTones, type SitterOptions } from '../studio/options';
import { judge } from './judge';

const question = { kind: 'still', stage: 'source', standard: resolveStandard() } as const;
const told = (options: SitterOptions) =>
  judge({ ...measuredSitter(options), framing: { reason: null } }, question).reasons;
const light = (options: SitterOptions) => told(options).filter((reason) => reason.startsWith('light.'));

describe('the rules on light', () => {
  const dim = { level: 0.12 };
  it.each([
    ['nothing of even light', {}, undefined],
    ['nothing of a dim, even room', { level: 0.33 }, undefined],
    ['that it is too dark', dim, 'light.tooDark'],
    ['a lamp at the side', { direction: 'right', strength: 0.8 }, 'light.fromLeft'],
    ['light from behind', { direction: 'back', strength: 1 }, 'light.back']
  ] as const)('say %s, on skin of every tone', (_, options, expected) => {
    // A dark room has a dark wall.
    const wall = options === dim ? { colour: [60, 60, 60] as const } : {};
    for (const skin of skinTones) {
      const reasons = light({ skin, light: options, wall });
      if (expected) expect(reasons, skin).toContain(expected);
      else expect(reasons, skin).toEqual([]);
    }
  });
});

it.each([
  ['narrow eyes', { eyesOpen: 0.45 }],
  ['a head held a little askew', { roll: 7 }]
] as const)('%s: nothing is told', (_, options) => {
  expect(told({ width: 480, height: 640, ...options })).toEqual([]);
});

it('closed eyes fail', () => {
  expect(told({ eyesOpen: 0.1 })[0]).toBe('eyes.closed');
});
