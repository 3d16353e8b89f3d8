import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A table's file in a backup. */
export interface TableFile {
  name: string;
  rows: number;
  sha256: string;
}

/** A table's file in a backup: JSON Lines, a row each. */
export const fileOf = (folder: string, table: string) => join(folder, `${table}.jsonl`);

/** The lines of a file, read as they are asked for. */
export const linesIn = (file: string) =>
  createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
