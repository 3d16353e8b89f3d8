import fc from 'fast-check';
import { expect, it } from 'vitest';
import { routesIn } from '../../src/lib/server/testing/routes';
import { fuzzRequests } from './requests';
import { jsonSamples } from './samples';
import { idOf, keyOf, numberOf, type World } from './world';

const world: World = {
  campaigns: ['default', 'PAID'],
  submissions: [0, 1, 2, 3].map((number) => ({
    id: idOf(number),
    key: keyOf(number),
    studentNumber: numberOf(number)
  })),
  photo: new Uint8Array(100),
  sealed: new Uint8Array(100),
  code: 'GF1.fuzz.AA'
};
const routes = routesIn('src/routes');

it('has a sample for every endpoint that reads JSON', async () => {
  const modules = import.meta.glob<Record<string, { spec?: { access: string; body?: { parse: unknown } } }>>(
    '/src/routes/**/+server.ts'
  );
  const samples = jsonSamples(world);
  const missing: string[] = [];
  for (const [file, load] of Object.entries(modules)) {
    const id = file.replace(/^\/src\/routes/, '').replace(/\/\+server\.ts$/, '');
    for (const [method, { spec }] of Object.entries(await load())) {
      const takesForms = /submissions\/\[id\]$|sealed$|students(\/preview)?$/.test(id);
      if (spec?.body && !takesForms && !samples[`${method} ${id}`]) missing.push(`${method} ${id}`);
    }
  }
  expect(missing).toEqual([]);
  const declared = routes.flatMap(({ id, methods }) => Object.keys(methods).map((one) => `${one} ${id}`));
  expect(Object.keys(samples).filter((name) => !declared.includes(name))).toEqual([]);
});

it('sends the same for the same seed, and something to every route', () => {
  const some = (seed: number) => fc.sample(fuzzRequests(routes, world), { numRuns: 4000, seed });
  const all = some(1);
  expect(some(1).slice(0, 50)).toEqual(all.slice(0, 50));
  expect(some(2).slice(0, 50)).not.toEqual(all.slice(0, 50));
  const untouched = routes.filter(({ id }) => {
    const pattern = new RegExp(`^${id.replace(/\[\w+\]/g, '[^/]*')}$`);
    return !all.some(({ path }) => pattern.test(path.split('?')[0] || '/'));
  });
  expect(untouched.map(({ id }) => id)).toEqual([]);
  // node:http takes all of them.
  for (const { path } of all) expect(path).toMatch(/^\/[\x21-\x7e]*$/);
});
