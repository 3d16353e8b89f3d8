import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A table's file in a backup. */
export interface TableFile {
  name: string;
  rows: number;
  sha256: string;
}

export const fileOf = (folder: string, table: string) => join(folder, `${table}.jsonl`);

export const linesIn = (file: string) =>
  createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
