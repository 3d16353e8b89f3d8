import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';

/**
 * Memory of a browser's processes, MB: what is theirs alone, and their share of what several have (Linux' PSS); 0 on
 * other systems.
 *
 * @param types of process as Chromium names them; all of them where left out
 */
export async function browserMemory(browser: Browser, types?: readonly string[]): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const wanted = processInfo.filter(({ type }) => !types || types.includes(type));
  const sizes = await Promise.all(wanted.map(({ id }) => pssOf(id)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function pssOf(process: number): Promise<number> {
  // One that has ended meanwhile has none.
  const text = await readFile(`/proc/${process}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1000;
}
