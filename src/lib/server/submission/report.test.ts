import { describe, expect, it } from 'vitest';
import { isPlausible } from './report';

type Sent = Parameters<typeof isPlausible>[0];
const passed = {
  id: 'a',
  value: 5,
  quality: 90,
  verdict: 'pass',
  bound: { min: 1, max: 9 },
  unit: '',
  message: null
} as const;
const warned = { ...passed, id: 'b', value: 10, verdict: 'warn', message: 'too.much' } as const;
const report: Sent = {
  standard: 'chsi-99',
  kind: 'still',
  verdict: 'warn',
  findings: [warned, passed, { ...passed, id: 'c', value: null, quality: null, verdict: 'na' }],
  reasons: ['too.much']
};

describe('a plausible report', () => {
  it('agrees with itself', () => expect(isPlausible(report)).toBe(true));
  it.each<[string, Partial<Sent>]>([
    ['is of a finished photo', { kind: 'live' }],
    ['is as bad as the worst finding', { verdict: 'pass' }],
    ['does not fail', { verdict: 'fail' }],
    ['names each measure once', { findings: [warned, passed, passed] }],
    ['gives its reasons', { reasons: [] }],
    ['gives no other reasons', { reasons: ['too.much', 'else'] }],
    ['passes only inside the bound', { findings: [warned, { ...passed, value: 0 }] }],
    ['warns only outside the bound', { findings: [{ ...warned, value: 5 }] }],
    ['has a value or does not apply', { findings: [warned, { ...passed, value: null }] }]
  ])('%s', (_, part) => expect(isPlausible({ ...report, ...part })).toBe(false));
});
