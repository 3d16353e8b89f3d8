import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyDraft, type Draft } from '$lib/flow/draft';
import { consentNow } from '$lib/flow/consent';
import { backFrom, leadFrom, pageAt, pages } from './pages';

const begun: Draft = { ...emptyDraft, mode: 'code', consent: consentNow() };
const sent: Draft = { ...begun, submission: { id: 'a', key: 'k', status: null } };

it('has each page of the student and of the kiosk, once', () => {
  expect(pages.map(({ path }) => path).sort()).toEqual(found().sort());
});

it('leads back from help to the start, on a kiosk to where the student stands', () => {
  expect(backFrom('/guide', begun, false)).toBe('/');
  expect(backFrom('/guide', begun, true)).toBe('/register');
  expect(backFrom('/progress', emptyDraft, false)).toBe('/');
});

it('leads back along the flow, and nowhere from its ends', () => {
  expect(backFrom('/register', begun, false)).toBe('/notice');
  expect(backFrom('/', begun, false)).toBeUndefined();
  expect(backFrom('/status', sent, false)).toBeUndefined();
  expect(backFrom('/unsubscribe', begun, false)).toBeUndefined();
});

it('keeps a kiosk to its own pages, and everybody to the steps they have reached', () => {
  for (const path of ['/', '/account', '/progress']) expect(leadFrom(path, emptyDraft, true)).toBe('/kiosk');
  expect(leadFrom('/', emptyDraft, false)).toBeNull();
  expect(leadFrom('/capture', begun, false)).toBe('/register');
  expect(leadFrom('/capture', emptyDraft, false)).toBe('/');
  expect(leadFrom('/guide', emptyDraft, true)).toBeNull();
  expect(pageAt('/nowhere')).toBeUndefined();
});

/** The addresses of the pages that stand in the two groups' folders. */
function found(): string[] {
  const folder = 'src/routes';
  return ['(student)', '(kiosk)'].flatMap((group) =>
    readdirSync(join(folder, group), { recursive: true, encoding: 'utf8' })
      .filter((file) => basename(file) === '+page.svelte')
      .map((file) => `/${dirname(file).replace(/^\.$/, '')}`)
  );
}
