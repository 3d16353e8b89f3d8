import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTexts } from '$lib/i18n/load';
import { locales } from '$lib/i18n/locales';
import { missing, needs, stopOf, type Stop } from './needs';

const whatever = () => undefined;
const stops: Stop[] = ['insecure', 'lockdown', 'old', 'graphics'];

/** A browser with everything, of which a test takes some away: names it as the table does. */
function browser(...without: string[]): object {
  const context = { getExtension: () => null };
  const world: Record<string, unknown> = {
    document: { createElement: () => ({ getContext: () => (without.includes('WebGL2') ? null : context) }) }
  };
  for (const { id, has } of needs) {
    if (has === null || without.includes(id)) continue;
    const names = id.split('.');
    const last = names.pop()!;
    let place = world;
    for (const name of names) place = (place[name] ??= {}) as Record<string, unknown>;
    place[last] = whatever;
  }
  world.isSecureContext = !without.includes('isSecureContext');
  if (!without.includes('WebAssembly'))
    world.WebAssembly = { validate: () => !without.includes('WebAssembly SIMD') };
  return world;
}

const told = (...without: string[]) => stopOf(missing(browser(...without)));

describe('what the product needs of a browser', () => {
  it('is all there in one that has everything', () => {
    expect(missing(browser())).toEqual([]);
    expect(told()).toBeNull();
  });

  it.each(needs.filter(({ has }) => has !== null).map(({ id, without }) => [id, without] as const))(
    'is asked one by one: %s',
    (id, without) => {
      const lacking = missing(browser(id));
      expect(lacking.map((need) => need.id)).toEqual([id]);
      expect(stopOf(lacking)).toBe('stops' in without ? without.stops : null);
    }
  );

  it('tells Lockdown Mode as what it is, though graphics are missing there as well', () => {
    expect(told('WebAssembly', 'WebGL2', 'navigator.serviceWorker')).toBe('lockdown');
  });

  it('tells an address that is not secure first: the browser hides the rest from it', () => {
    expect(told('isSecureContext', 'crypto.subtle', 'navigator.mediaDevices.getUserMedia')).toBe('insecure');
  });

  it('goes on without graphics in workers, modules in workers and every other thing that is replaced', () => {
    const replaced = needs.filter(({ without }) => 'replacedIn' in without).map(({ id }) => id);
    expect(replaced).toEqual(
      expect.arrayContaining(['navigator.locks', 'WebGL2 in workers', 'OffscreenCanvas'])
    );
    expect(told(...replaced)).toBeNull();
  });

  it('knows SIMD as WebAssembly itself does', () => {
    expect(missing({ ...browser(), WebAssembly }).map(({ id }) => id)).toEqual([]);
  });

  it('names files that are there', () => {
    const files = needs.flatMap(({ without }) => ('replacedIn' in without ? [without.replacedIn] : []));
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(locales)('has words in %s for each stop', async (locale) => {
    const texts = await loadTexts(locale);
    for (const stop of stops) expect(texts[`fit.${stop}`], stop).toBeTruthy();
    expect(new Set(stops.map((stop) => texts[`fit.${stop}`])).size).toBe(stops.length);
  });
});
