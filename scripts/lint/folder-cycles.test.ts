import { expect, it } from 'vitest';
import { folderCycles } from './folder-cycles.mjs';

const module = (source: string, ...to: (string | [string, string])[]) => ({
  source: `src/lib/${source}`,
  dependencies: to.map((target) => {
    const [path, kind] = typeof target === 'string' ? [target, 'local'] : target;
    return { resolved: `src/lib/${path}`, dependencyTypes: [kind] };
  })
});

it('finds rooms that import each other over a third, once', () => {
  const modules = [
    module('a/one.ts', 'b/two.ts'),
    module('b/two.ts', 'c/three.ts', 'd/four.ts'),
    module('c/three.ts', 'a/other.ts'),
    module('d/four.ts')
  ];
  expect(folderCycles(modules)).toEqual([['a', 'b', 'c']]);
});

it('minds neither types, nor a room’s own files, nor tests', () => {
  const modules = [
    module('a/one.ts', 'b/two.ts', 'a/inner/three.ts'),
    module('b/two.ts', ['a/one.ts', 'type-only']),
    module('b/two.test.ts', 'a/one.ts')
  ];
  expect(folderCycles(modules)).toEqual([]);
});
