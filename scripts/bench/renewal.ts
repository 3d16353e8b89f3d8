import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveStandard } from '../../workers/standard/resolve';
import { drawPictures } from '../farm/rehearse/pictures';
import { Finisher } from '../farm/finisher';
import { findBrowser } from '../lib/browser.mjs';
import { median, row, type BenchRow } from './row';

/** Photos that one page finishes: as many as RENEWAL_PHOTOS says. */
const photos = Number(process.env.RENEWAL_PHOTOS ?? 200);
const distinct = 12;
const width = 1024;
const lookEvery = 20;

/**
 * What renewing a page after some photos buys and costs: memory of the browser's processes as one page finishes more and
 * more photos, at the end against after the first 20; and the time of a renewed page's first photo, opening included,
 * against a photo's.
 */
export async function benchRenewal(url: string): Promise<BenchRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-bench-renewal-'));
  const pictures = join(folder, 'pictures');
  await mkdir(pictures);
  const { all } = await drawPictures(pictures, { pictures: distinct, broken: 0, width, sitters: distinct });
  const finisher = new Finisher({
    executablePath: findBrowser()!,
    url,
    jobs: 1,
    renew: photos,
    note: () => {}
  });
  try {
    const options = { standard: resolveStandard(), matte: 'fast' as const };
    const finish = async (number: number) => {
      const began = performance.now();
      await finisher.finish(join(pictures, all[number % distinct]!), options);
      return performance.now() - began;
    };
    await finish(0);
    const times: number[] = [];
    const memory: number[] = [];
    for (let number = 1; number < photos; number++) {
      times.push(await finish(number));
      if (number % lookEvery) continue;
      memory.push(await finisher.memory());
      console.error(`renewal: ${memory.at(-1)!.toFixed(0)} MB after ${number} photos`);
    }
    // The page was closed with its last photo.
    const renewed = await finish(0);
    return [
      { ...row('farm-page-memory', 'MB', [memory.at(-1)!], [memory[0]!]), runs: photos },
      { ...row('farm-page-renewed', 'ms', [renewed], [median(times)]), runs: photos }
    ];
  } finally {
    await finisher.close();
    await rm(folder, { recursive: true, force: true });
  }
}
