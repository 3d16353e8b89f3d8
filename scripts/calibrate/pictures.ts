import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { UsageError } from '../headless/arguments';

/** What an eye says of a picture; `'ambiguous'`, `null` and absent all mean that it does not say. */
export type Label = string | number | boolean | null | undefined;

export interface LabelledPicture {
  path: string;
  /** Folder and file, to be told apart in lists. */
  name: string;
  labels: Readonly<Record<string, Label>>;
}

/**
 * The pictures of a folder by its `labels.json`: `{ "portraits": [{ "file": "a.jpg", "glasses": true, … }] }`.
 *
 * @throws UsageError where there is no such file
 */
export async function labelledPictures(folder: string): Promise<LabelledPicture[]> {
  // A folder without labels is wrong usage, told as such.
  const text = await readFile(join(folder, 'labels.json'), 'utf8').catch(() => {
    throw new UsageError(`${folder}: no labels.json`);
  });
  const { portraits } = JSON.parse(text) as { portraits: ({ file: string } & Record<string, Label>)[] };
  return portraits.map(({ file, ...labels }) => ({
    path: join(folder, file),
    name: `${basename(folder)}/${file}`,
    labels
  }));
}
