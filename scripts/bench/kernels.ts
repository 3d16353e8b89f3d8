import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { renderSitter } from '../../workers/studio/sitter';
import { bundle } from '../lib/bundle';
import { root } from '../lib/run.mjs';
import { row, type BenchRow } from './row';

/** The image core's kernels in WebAssembly against the same in TypeScript, in the browser: a row each. */
export async function benchKernels(browser: Browser): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-kernels-'));
  const page = await browser.newPage();
  try {
    await bundle('scripts/bench/kernels-page.ts', folder, { formats: ['es'], fileName: 'page' });
    const { image, truth } = renderSitter({ hair: { style: 'long' } });
    const files: Record<string, [string, Buffer]> = {
      '/': ['text/html', Buffer.from('<!doctype html><script type="module" src="/page.js"></script>')],
      '/page.js': ['text/javascript', await readFile(join(folder, 'page.js'))],
      '/sitter': ['application/octet-stream', Buffer.from(image.data.buffer)],
      '/alpha': ['application/octet-stream', Buffer.from(truth.alpha.data.buffer)],
      '/kernels.wasm': ['application/wasm', await readFile(join(root, 'workers/models/kernels.wasm'))]
    };
    await page.route('**/*', (route) => {
      const file = files[new URL(route.request().url()).pathname];
      return file ? route.fulfill({ contentType: file[0], body: file[1] }) : route.abort();
    });
    await page.goto('http://localhost/');
    await page.waitForFunction(() => window.kernels !== undefined);
    const times = await page.evaluate(() => window.kernels!());
    return Object.entries(times).map(([name, { compiled, plain }]) => row(name, 'ms', compiled, plain));
  } finally {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  }
}
