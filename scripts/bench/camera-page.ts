import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContextOptions, type Page } from 'playwright';
import { browserArgs, findBrowser } from '../lib/browser.mjs';
import { withCores } from './cpu-share';

/**
 * A page of the server at `url` in a browser of its own, whose camera shows `mjpeg` over and over.
 *
 * @param cores that the browser has, where the system can bound them; null for all
 */
export async function withCamera<T>(
  url: string,
  mjpeg: Uint8Array,
  work: (page: Page) => Promise<T>,
  options: BrowserContextOptions = { serviceWorkers: 'block' },
  cores: number | null = null
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-bench-'));
  const camera = join(folder, 'camera.mjpeg');
  await writeFile(camera, mjpeg);
  const start = () =>
    chromium.launch({
      executablePath: findBrowser(),
      args: [
        ...browserArgs,
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${camera}`
      ]
    });
  try {
    return await withCores(cores, start, async (browser) => {
      try {
        const context = await browser.newContext({ baseURL: url, permissions: ['camera'], ...options });
        return await work(await context.newPage());
      } finally {
        await browser.close();
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
