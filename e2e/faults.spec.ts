import { expect, test } from '@playwright/test';
import { isSound, runFaults } from '../scripts/faults/run';

test('nothing is lost, doubled or half-written when connections break and the server is killed', async () => {
  const counts = await runFaults({
    submissions: 100,
    clients: 20,
    kills: 3,
    restarts: 0,
    instances: 1,
    database: 'sqlite',
    photos: 'folder'
  });
  expect(counts.kills).toBe(3);
  expect(counts.cut).toBeGreaterThan(10);
  expect(isSound(counts), JSON.stringify(counts)).toBe(true);
});

test('nor when three endpoints share a database that restarts', async () => {
  const counts = await runFaults({
    submissions: 120,
    clients: 20,
    kills: 2,
    restarts: 2,
    instances: 3,
    database: 'postgres',
    photos: 's3'
  });
  expect(counts.claims).toBeGreaterThan(10);
  expect(counts.overTheDay).toBeGreaterThan(0);
  expect(isSound(counts), JSON.stringify(counts)).toBe(true);
});
