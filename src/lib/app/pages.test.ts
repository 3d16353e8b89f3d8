import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyDraft, type Draft } from '$lib/flow/draft';
import { consentNow } from '$lib/flow/consent';
import { backFrom, leadFrom, pageAt, pages } from './pages';

const own = { kind: 'student', personal: true } as const;
const kiosk = { kind: 'kiosk', personal: false } as const;

const begun: Draft = { ...emptyDraft, mode: 'code', consent: consentNow('zh-CN') };
const sent: Draft = { ...begun, submission: { id: 'a', key: 'k', status: null } };

it('has each page of the student and of the kiosk, once', () => {
  expect(pages.map(({ path }) => path).sort()).toEqual(found().sort());
});

it('leads back from help to the start, on a kiosk to where the student stands', () => {
  expect(backFrom('/guide', begun, own)).toBe('/');
  expect(backFrom('/guide', begun, kiosk)).toBe('/register');
  expect(backFrom('/progress', emptyDraft, own)).toBe('/');
});

it('leads back along the flow, and nowhere from its ends', () => {
  expect(backFrom('/register', begun, own)).toBe('/notice');
  expect(backFrom('/', begun, own)).toBeUndefined();
  expect(backFrom('/status', sent, own)).toBeUndefined();
  expect(backFrom('/unsubscribe', begun, own)).toBeUndefined();
});

it('keeps a kiosk to its own pages, and everybody to the steps they have reached', () => {
  for (const path of ['/', '/account', '/progress']) expect(leadFrom(path, emptyDraft, kiosk)).toBe('/kiosk');
  expect(leadFrom('/', emptyDraft, own)).toBeNull();
  expect(leadFrom('/capture', begun, own)).toBe('/register');
  expect(leadFrom('/capture', emptyDraft, own)).toBe('/');
  expect(leadFrom('/guide', emptyDraft, kiosk)).toBeNull();
  expect(leadFrom('/kiosk/operator', emptyDraft, kiosk)).toBeNull();
  expect(leadFrom('/kiosk/operator', emptyDraft, own)).toBe('/kiosk');
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
