import { expect, it } from 'vitest';
import { pageFiles } from './page-files.mjs';

const sources: Record<string, string> = {
  'generated/nodes/0.js': 'src/routes/+layout.svelte',
  'generated/nodes/1.js': 'src/routes/(student)/capture/+page.svelte',
  'generated/nodes/2.js': 'src/routes/(student)/status/+page.svelte',
  'generated/nodes/3.js': 'src/routes/review/+page.svelte'
};
const chunk = (file: string, imports: string[] = [], dynamicImports: string[] = []) => ({
  file,
  imports,
  dynamicImports,
  css: [`${file}.css`]
});
const manifest = {
  'kit/entry.js': chunk('start', ['common']),
  'generated/app.js': chunk('app', ['common'], Object.keys(sources)),
  'generated/nodes/0.js': chunk('0'),
  'generated/nodes/1.js': chunk('1', ['camera'], ['rare']),
  'generated/nodes/2.js': chunk('2', ['camera', 'shared']),
  'generated/nodes/3.js': chunk('3', ['shared', 'console', 'common'], ['code']),
  common: chunk('common'),
  camera: chunk('camera'),
  rare: chunk('rare'),
  shared: chunk('shared'),
  console: chunk('console'),
  code: chunk('code')
};

it('tells what comes before the camera, and what only pages need that no copy is kept of', () => {
  const { first, online } = pageFiles(manifest, (node) => sources[node]!);
  const scripts = (paths: string[]) => paths.filter((path) => !path.endsWith('.css')).sort();
  expect(scripts(first)).toEqual(['/0', '/1', '/app', '/camera', '/common', '/start']);
  expect(scripts(online)).toEqual(['/3', '/code', '/console']);
  expect(first).toContain('/camera.css');
});
