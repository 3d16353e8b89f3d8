import { expect, test } from '@playwright/test';
import { isSound, runFaults } from '../scripts/faults/run';

test('nothing is lost, doubled or half-written when connections break and the server is killed', async () => {
  const counts = await runFaults({ submissions: 200, clients: 20, kills: 3 });
  expect(counts.kills).toBe(3);
  expect(counts.cut).toBeGreaterThan(10);
  expect(isSound(counts), JSON.stringify(counts)).toBe(true);
});
