import { readdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { root } from '../lib/run.mjs';

const sources = join(root, 'workers', 'kernels', 'assembly');

/** Compiles the image core's kernels unless `path` is newer than all their sources. @param {string} path */
export async function compileKernels(path) {
  const files = (await readdir(sources)).map((name) => join(sources, name));
  const changed = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  // Not compiled yet.
  const made = await stat(path).catch(() => null);
  if (made && made.mtimeMs > Math.max(...changed)) return;
  const { error, stderr } = await asc.main([
    join(sources, 'index.ts'),
    ...['--outFile', `${path}.new`, '--runtime', 'stub', '--use', 'abort='],
    ...['--enable', 'simd', '-O3', '--noAssert']
  ]);
  if (error) {
    console.error(`${stderr.toString()}\n${error.message}`);
    process.exit(1);
  }
  await rename(`${path}.new`, path);
  console.error(`kernels.wasm: ${(await stat(path)).size} bytes`);
}
