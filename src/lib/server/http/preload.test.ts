import { expect, it } from 'vitest';
import { preloadInPage } from './preload';

it('writes the scripts into the head once, styles and headers not at all', () => {
  const { preload, transformPageChunk } = preloadInPage();
  expect(preload!({ type: 'js', path: '/_app/a.js' })).toBe(false);
  expect(preload!({ type: 'css', path: '/_app/a.css' })).toBe(false);
  const html = '<head>\n</head><body></body>';
  expect(transformPageChunk!({ html, done: true })).toBe(
    '<head>\n<link rel="modulepreload" href="/_app/a.js" />\n</head><body></body>'
  );
});
