import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { withFileSums } from './scripts/lib/file-sums.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: withFileSums(adapter()),
    alias: { $workers: 'workers' },
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src': ['self'],
        // Only the style attribute of kit's own route announcer.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'blob:', 'data:'],
        'media-src': ['self', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'form-action': ['self'],
        'base-uri': ['none'],
        'frame-ancestors': ['none'],
        'object-src': ['none']
      }
    },
    // Payment providers send forms without an origin; the hooks refuse everything else of another site (access/origin.ts).
    csrf: { trustedOrigins: ['*'] },
    // The layout registers it, on the student's pages only.
    serviceWorker: { register: false },
    typescript: {
      config: (config) => ({
        ...config,
        // The image core is checked by workers/tsconfig.json, without the DOM.
        include: [
          ...config.include,
          '../e2e/**/*.ts',
          '../scripts/**/*.ts',
          '../workers/**/*.test.ts',
          '../*.ts'
        ]
      })
    }
  }
};
