import { join } from 'node:path';
import { build, type LibraryOptions } from 'vite';
import { root } from './run.mjs';

/** Bundles a program of this repository, e.g. `scripts/bench/kernels-page.ts`, into a folder that is emptied before. */
export async function bundle(
  entry: string,
  folder: string,
  how: Omit<LibraryOptions, 'entry'>
): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, target: 'esnext', lib: { entry: join(root, entry), ...how } }
  });
}
