import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { withFileSums } from './scripts/lib/file-sums.mjs';
import { withPackedFiles } from './scripts/lib/pack-files.mjs';
import { directives } from './scripts/lib/content-policy.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: withFileSums(withPackedFiles(adapter())),
    alias: { $workers: 'workers' },
    // The kept document of `/` serves pages at any depth.
    paths: { relative: false },
    csp: {
      mode: 'auto',
      directives
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
