import { expect, it } from 'vitest';
import { takingWays, type TakingWay } from '$lib/api/contracts/campaign';
import { readyFor } from './ready';
import { modeFor, ownWays } from './ways';

const on = (...ways: TakingWay[]) => ({ ways });

it('knows what a student may do here', () => {
  expect(ownWays(null)).toMatchObject({ guided: true, helper: true, phone: true, file: true, none: false });
  // Kept by a version that named no ways.
  expect(ownWays({})).toEqual(ownWays(on(...takingWays)));
  expect(ownWays(on('helper'))).toMatchObject({ camera: true, guided: false, phone: false, file: false });
  expect(ownWays(on('kiosk'))).toMatchObject({ none: true });
});

it.each<[TakingWay[], 'code' | 'upload' | null, 'code' | 'upload']>([
  [[...takingWays], null, 'code'],
  [[...takingWays], 'upload', 'upload'],
  [['file'], null, 'upload'],
  [['file'], 'code', 'upload'],
  [['guided'], 'upload', 'code'],
  [['phone', 'file'], 'code', 'code']
])('%j, wanted %s: %s', (ways, wanted, mode) => expect(modeFor(on(...ways), wanted)).toBe(mode));

it.each([
  [
    ['guided', 'file'],
    ['home.ready.code', 'home.ready.wall', 'home.ready.helper']
  ],
  [
    ['helper', 'kiosk'],
    ['home.ready.code', 'home.ready.wall', 'home.ready.helperOnly']
  ],
  [['file'], ['home.ready.code', 'home.ready.file']],
  [['kiosk'], ['home.ready.code', 'home.kioskOnly']]
] as const)('what is to be ready for %s, on the first page and on the poster', (ways, texts) => {
  expect(readyFor({ ways: [...ways] }).map(({ text }) => text)).toEqual(texts);
});
