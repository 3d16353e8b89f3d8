import { expect, it } from 'vitest';
import { doubtThreshold } from '../../workers/finish/doubt';
import { choiceOf, choices } from './choice';

const plain = { scene: 'plain', doubt: 0, engine: 'fast' } as const;
const hard = { scene: 'hard', doubt: 2 * doubtThreshold, engine: 'fine' } as const;

it('regrets what the better of both would have saved', () => {
  expect(choiceOf(plain, 2, 3, 2)).toMatchObject({ regret: 0 });
  expect(choiceOf(plain, 3, 2, 3)).toMatchObject({ regret: 1, ratio: 1.5 });
  expect(choiceOf(hard, 3, 2, 2)).toMatchObject({ regret: 0 });
});

it('counts where the measure was right, on both sides of its threshold', () => {
  const table = choices([choiceOf(hard, 3, 2, 2), choiceOf(plain, 2, 3, 2)]);
  expect(table).toContain('right in 2 of 2');
  expect(table.indexOf('plain')).toBeLessThan(table.indexOf('-- doubt'));
  expect(table.indexOf('hard')).toBeGreaterThan(table.indexOf('-- doubt'));
  expect(choices([choiceOf(hard, 2, 3, 3)])).toContain('right in 0 of 1');
});
