import { expect, it } from 'vitest';
import type { Finding } from '../../workers/protocol';
import { linesOf, tableOf, type Judged } from './table';

const picture = (
  name: string,
  glasses: boolean | null,
  value: number,
  verdict: Finding['verdict']
): Judged => ({
  path: name,
  name,
  labels: { glasses },
  verdict,
  findings: new Map([
    ['glasses.present', { id: 'glasses.present', unit: '', value, quality: 0, verdict, message: null }]
  ])
});

it('tells what a bound is worth by the labels, and leaves out what has none', () => {
  const judged = [
    picture('a', true, 0.9, 'warn'),
    picture('b', true, 0.2, 'pass'),
    picture('c', false, 0.8, 'warn'),
    picture('d', false, 0.1, 'pass'),
    picture('e', null, 0.7, 'warn')
  ];
  const table = tableOf('glasses.present', judged);
  expect(table.spreads.map(({ count }) => count)).toEqual([5, 2, 2]);
  expect(table.spreads[0]!.quantiles[3]).toBe(0.7);
  expect(table.worth[0]).toMatchObject({ precision: 0.5, recall: 0.5, missed: ['b'], wronglyFlagged: ['c'] });
  expect(table.worth[1]).toMatchObject({ objects: 'failed', recall: 0, missed: ['a', 'b'] });
  expect(linesOf(table, true).join('\n')).toContain('missed: b');
});
