import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import { expect, it } from 'vitest';
import { maxListBytes } from '../../src/lib/server/review/list/read';
import { systems, variables } from '../../src/lib/server/settings';
import { maxSubmissionBytes } from '../../src/lib/server/submission/request';
import { envExample, withTables } from './write';

it('are what README and .env.example say: else npm run settings', async () => {
  const readme = await readFile('README.md', 'utf8');
  const options = await prettier.resolveConfig('README.md');
  expect(await prettier.format(withTables(readme), { ...options, filepath: 'README.md' })).toBe(readme);
  expect(await readFile('.env.example', 'utf8')).toBe(envExample());
});

it('are read in one place, and all are named there', async () => {
  const readers: string[] = [];
  const named = new Set<string>();
  for (const file of await readdir('src/lib/server', { recursive: true })) {
    if (!/\.m?[jt]s$/.test(file) || /\.test\.|testing\//.test(file)) continue;
    const text = await readFile(join('src/lib/server', file), 'utf8');
    if (/process\.env|\$env\/|\benv\s*\}\s*=\s*process/.test(text)) readers.push(file);
    for (const [name] of text.matchAll(/\b(?:GRADFRAME|AWS)(?:_[A-Z]+)+\b/g)) named.add(name);
  }
  expect(readers).toEqual(['settings.ts']);
  expect([...named].sort()).toEqual(
    Object.keys({ ...variables, ...systems })
      .filter((name) => /^(GRADFRAME|AWS)/.test(name))
      .sort()
  );
});

it('let every endpoint have the largest body that it takes', async () => {
  const serve = await readFile('scripts/serve.mjs', 'utf8');
  const [, here = ''] = /BODY_SIZE_LIMIT \?\?= String\(([\d_]+)\)/.exec(serve)!;
  const standard = Number(variables.BODY_SIZE_LIMIT.standard);
  expect(Number(here.replaceAll('_', ''))).toBe(standard);
  expect(Math.max(maxListBytes, maxSubmissionBytes)).toBeLessThanOrEqual(standard);
});
