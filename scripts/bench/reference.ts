import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { bundle } from '../lib/bundle';
import { root } from '../lib/run.mjs';
import { freePort } from '../lib/server.mjs';

const require = createRequire(import.meta.url);
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json'
};

export interface Reference {
  page: Page;
  /** PNG with the sitter cut out, at the picture's size. */
  cutOut(picture: Buffer): Promise<{ png: Buffer; ms: number }>;
  stop(): Promise<void>;
}

/**
 * The way it is commonly done, to compare with: `removeBackground` of @imgly/background-removal at its defaults, in
 * the same browser, from a local server that allows it threads.
 */
export async function startReference(browser: Browser): Promise<Reference> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-reference-'));
  await bundle('scripts/bench/reference-page.ts', folder, { formats: ['es'], fileName: 'page' });
  const files = await dataFiles();
  const server = createServer((request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const answer = async () => {
      if (path === '/') return Buffer.from('<!doctype html><script type="module" src="/page.js"></script>');
      return (await files(path)) ?? readFile(join(folder, path.slice(1)));
    };
    answer().then(
      (body) => {
        response.writeHead(200, {
          'content-type': types[extname(path) || '.html'] ?? 'application/octet-stream',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp'
        });
        response.end(body);
      },
      () => response.writeHead(404).end()
    );
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
  await page.waitForFunction(() => window.reference !== undefined);
  return {
    page,
    async cutOut(picture) {
      const given = `data:image/png;base64,${picture.toString('base64')}`;
      const { alpha, ms } = await page.evaluate((url) => window.reference!(url), given);
      return { png: Buffer.from(alpha.slice(alpha.indexOf(',') + 1), 'base64'), ms };
    },
    async stop() {
      await page.close();
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    }
  };
}

interface Entry {
  size: number;
  mime: string;
  chunks: { name: string; offsets: [number, number] }[];
}

/**
 * The package's data under the names that its library of version 1.7.0 asks for: the index of 1.4.5 names the models
 * by size, and brings no runtime that fits.
 */
async function dataFiles(): Promise<(path: string) => Promise<Buffer | null>> {
  const index = require.resolve('@imgly/background-removal-data/dist/resources.json');
  const runtime = join(root, 'node_modules', 'onnxruntime-web', 'dist');
  const given = JSON.parse(await readFile(index, 'utf8')) as Record<
    string,
    { size: number; chunks: { hash: string; offsets: [number, number] }[] }
  >;
  const resources: Record<string, Entry> = {};
  const names = { '/models/isnet_quint8': '/models/small', '/models/isnet_fp16': '/models/medium' };
  for (const [name, old] of Object.entries(names)) {
    const { size, chunks } = given[old]!;
    const mime = 'application/octet-stream';
    resources[name] = { size, mime, chunks: chunks.map(({ hash, offsets }) => ({ name: hash, offsets })) };
  }
  for (const name of ['ort-wasm-simd-threaded.wasm', 'ort-wasm-simd-threaded.mjs']) {
    const { length } = await readFile(join(runtime, name));
    const mime = types[extname(name)]!;
    resources[`/onnxruntime-web/${name}`] = { size: length, mime, chunks: [{ name, offsets: [0, length] }] };
  }
  return (path) => {
    if (!path.startsWith('/data/')) return Promise.resolve(null);
    const name = path.slice('/data/'.length);
    if (name === 'resources.json') return Promise.resolve(Buffer.from(JSON.stringify(resources)));
    return readFile(join(name.startsWith('ort-') ? runtime : dirname(index), name));
  };
}
