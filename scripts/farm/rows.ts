import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { entriesAfter, type FarmResult } from '../../src/lib/server/store/farm';
import { outputNamer } from '../headless/files';
import { errorFields, rowOf, type PhotoFields } from '../headless/photo';
import type { OpenFarm } from './open';

const page = 500;

/**
 * Prints a row for each picture that has ended, in the order they were submitted, and writes the finished photos below
 * `out`. Exit status as of `photo`; 1 also while some wait.
 */
export async function printRows(
  { db, files }: OpenFarm,
  { campaign, out, json }: { campaign: string; out: string | undefined; json: string | undefined }
): Promise<number> {
  const sink = json === undefined ? process.stdout : createWriteStream(json);
  const nameOf = outputNamer();
  let good = true;
  let after = { at: '', place: -1 };
  for (;;) {
    const entries = await entriesAfter(db, campaign, after, page);
    if (entries.length === 0) break;
    for (const entry of entries) {
      after = entry;
      const stem = nameOf(entry.name);
      const fields = fieldsOf(entry);
      if (!fields) {
        good = false;
        continue;
      }
      const { row, good: isGood } = rowOf(entry.name, stem, fields);
      good &&= isGood;
      if (out !== undefined && entry.photo) {
        const photo = await files.photos.get(entry.photo);
        if (!photo) throw new Error(`the photo of ${entry.name} is not in the store`);
        await mkdir(dirname(join(out, stem)), { recursive: true });
        await writeFile(join(out, `${stem}.jpg`), photo);
      }
      if (!sink.write(`${JSON.stringify(row)}\n`)) await once(sink, 'drain');
    }
  }
  if (sink !== process.stdout) {
    sink.end();
    await finished(sink);
  }
  return good ? 0 : 1;
}

/** Null while it waits. */
function fieldsOf({ state, answer, code }: FarmResult): PhotoFields | null {
  if (state === 'done') return JSON.parse(answer!) as PhotoFields;
  return state === 'dead' ? errorFields(code) : null;
}
