import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [sveltekit()],
  // Kit lets vite serve only src and node_modules in dev; workers/ sits beside src.
  server: { fs: { allow: ['workers'] } },
  worker: { format: 'es' },
  // Models and wasm must stay files: the service worker caches each once, by its hashed name.
  build: { assetsInlineLimit: 0 },
  // These find their .wasm relative to their own module; pre-bundling would move it.
  optimizeDeps: {
    exclude: ['@jsquash/jpeg', 'zxing-wasm', '@mediapipe/tasks-vision'],
    include: ['comlink', 'idb']
  },
  test: {
    include: ['src/**/*.test.ts', 'workers/**/*.test.ts', 'scripts/**/*.test.ts', 'e2e/studio/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000
  }
});
