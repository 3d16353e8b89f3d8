import { describe, expect, it } from 'vitest';
import type { SitterTruth } from '../../../workers/studio/truth';
import { falseAlarms } from './clean';
import { plot, ticks } from './plot';
import { faults, series, type Reading, type Sample, type Sweep } from './sweep';

function sweep(rest: Partial<Sweep> = {}): Sweep {
  return {
    id: 's',
    parameter: 'x',
    values: [],
    sitter: () => ({}),
    curves: [
      {
        name: 'm',
        unit: '°',
        read: ({ values }) => values.m ?? null,
        truth: ({ yaw }) => yaw,
        tolerance: { most: 1, from: -10, to: 10 }
      }
    ],
    ...rest
  };
}

function sample(value: number, m: number | null, verdict: 'pass' | 'warn' = 'pass', faces = 1): Sample {
  const reading: Reading = { faces, values: { m }, verdicts: { m: verdict }, geometry: null, height: 100 };
  return { value, truth: { yaw: value } as SitterTruth, reading };
}

describe('faults', () => {
  it('allows the tolerance and no more, inside its range only', () => {
    expect(faults(sweep(), [sample(0, 0.9), sample(10, 9.1), sample(30, 99)])).toEqual([]);
    expect(faults(sweep(), [sample(0, 1.1)])).toEqual(['m at 0: off by 1.100 °, allowed 1']);
    expect(faults(sweep(), [sample(0, null)])).toEqual(['m at 0: not measured']);
  });

  it('wants one face everywhere', () => {
    expect(faults(sweep(), [sample(0, 0, 'pass', 2)])).toEqual(['x 0: 2 faces']);
  });

  it('wants a trend kept and large enough', () => {
    const curve = {
      name: 'm',
      unit: '',
      read: ({ values }: Reading) => values.m ?? null,
      trend: { way: 'falls', slack: 0.1, least: 3 } as const
    };
    const falling = sweep({ curves: [curve] });
    expect(faults(falling, [sample(0, 5), sample(1, 5.05), sample(2, 1)])).toEqual([]);
    expect(faults(falling, [sample(0, 5), sample(1, 6), sample(2, 1)])).toEqual([
      'm at 1: turns back by 1.000'
    ]);
    expect(faults(falling, [sample(0, 5), sample(2, 4)])).toEqual(['m: changes by 1.000 only']);
  });

  it('wants alarms where there is cause and none elsewhere', () => {
    const expectations = [
      { at: [1], rules: ['m'], alarmed: true },
      { at: [0], rules: ['m'], alarmed: false }
    ];
    const strict = sweep({ expectations });
    expect(faults(strict, [sample(0, 0), sample(1, 1, 'warn')])).toEqual([]);
    expect(faults(strict, [sample(0, 0, 'warn'), sample(1, 1)])).toEqual([
      'at 1: none of m objects',
      'at 0: m objects'
    ]);
  });
});

describe('plot', () => {
  it('marks the dots outside the tolerance', () => {
    const [one] = series(sweep(), [sample(0, 0), sample(5, 8), sample(10, 10)]);
    const svg = plot(one!, 'yaw, °');
    expect(svg.match(/fill="#c0262d"/g)).toHaveLength(1);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg).not.toContain('NaN');
  });

  it('has round numbers at its axis', () => {
    expect(ticks(-31, 31)).toEqual([-20, 0, 20]);
    expect(ticks(0, 1)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });
});

it('names the rules that object to clean sitters', () => {
  const { reading } = sample(0, 0, 'warn');
  expect([
    ...falseAlarms([
      { name: 'a', reading },
      { name: 'b', reading: sample(0, 0).reading }
    ])
  ]).toEqual([['m', ['a']]]);
});
