import type { ResolveOptions } from '@sveltejs/kit';

/**
 * What a page's scripts will need is told in the page, as `<link rel="modulepreload">`, and not in a `Link` header: that
 * one has 5 KB here, and a proxy takes 4 KB of headers unless it is told otherwise (nginx, proxy_buffer_size).
 */
export function preloadInPage(): Pick<ResolveOptions, 'preload' | 'transformPageChunk'> {
  const scripts: string[] = [];
  return {
    preload({ type, path }) {
      if (type === 'js') scripts.push(path);
      return false;
    },
    transformPageChunk: ({ html }) =>
      html.replace('</head>', () => {
        const links = scripts.splice(0).map((path) => `<link rel="modulepreload" href="${path}" />\n`);
        return `${links.join('')}</head>`;
      })
  };
}
