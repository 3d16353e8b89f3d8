import { readFile } from 'node:fs/promises';
import { campaignStore } from '../../src/lib/server/store/campaigns';
import { settings } from '../../src/lib/server/config';
import { readObjects } from '../../src/lib/server/files/s3-objects';
import type { FarmOptions } from '../../src/lib/server/farm/farm';
import { resolveStandard } from '../../workers/standard/resolve';
import { UsageError } from '../headless/arguments';
import { isPicture, listFiles } from '../headless/files';
import type { SubmitCommand } from './arguments';
import type { OpenFarm } from './open';

/** Pictures on their way at once. */
const lanes = 8;

interface Given {
  name: string;
  read(): Promise<Uint8Array>;
}

/**
 * Takes pictures in: of files and folders, or of everything below an `s3://…` address; prints what became of them. A
 * picture that the farm knows costs its reading.
 *
 * @throws UsageError
 */
export async function submit(
  { db, farm }: OpenFarm,
  { paths, campaign: code, matte }: SubmitCommand
): Promise<number> {
  const campaign = await campaignStore(db, code).find(code);
  if (!campaign) throw new UsageError(`there is no campaign “${code}”`);
  const options: FarmOptions = { standard: resolveStandard(campaign), matte };
  const at = new Date().toISOString();
  const counts = { pictures: 0, new: 0, known: 0 };
  const given = pictures(paths);
  async function lane(): Promise<void> {
    for (let next = await given.next(); !next.done; next = await given.next()) {
      const place = counts.pictures++;
      const { name, read } = next.value;
      counts[await farm.submit({ campaign: code, name, content: await read(), options, place }, at)]++;
      if (process.stderr.isTTY) process.stderr.write(`\r${counts.pictures}`);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  if (counts.pictures === 0) throw new UsageError('no picture at the given paths');
  console.log(JSON.stringify(counts));
  return 0;
}

async function* pictures(paths: readonly string[]): AsyncGenerator<Given> {
  for (const path of paths) {
    if (path.startsWith('s3://'))
      for await (const { name, read } of readObjects(path, settings())) {
        if (isPicture(name)) yield { name, read };
      }
    else
      for (const file of await listFiles([path])) yield { name: file.name, read: () => readFile(file.path) };
  }
}
