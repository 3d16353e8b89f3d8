import { Refusal } from '../../http/problem';
import { runApart } from '../apart';
import type { Sheet } from '$lib/api/sheet-cells';
import program from './workbook-process.mjs?raw';

/** A list of 200,000 students unpacks to some 40 MB. */
const unpackedBytes = 80_000_000;
/** Workbooks that are read at a time. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * The sheets of an XLSX, XLS or ODS workbook, or of the text of a page or XML that stands for one, one file at a time in a
 * process of its own.
 *
 * @param rows most rows of a sheet that are read
 * @returns null where it cannot be read within bounds of memory and time
 * @throws Refusal `list.locked` where it opens with a password
 */
export function sheetsOfWorkbook(file: Uint8Array | string, rows: number): Promise<readonly Sheet[] | null> {
  const mine = turn.then(() => read(file, rows));
  turn = mine.catch(() => {
    // told to whoever waits for this file
  });
  return mine;
}

async function read(file: Uint8Array | string, rows: number): Promise<readonly Sheet[] | null> {
  const bounds = { program, packages: ['@e965/xlsx', 'fflate'], heapMb: 512, patienceMs: 30_000 };
  const answer = await runApart<{ sheets: readonly Sheet[] | null; locked?: boolean }>(bounds, {
    file,
    unpacked: unpackedBytes,
    rows
  });
  if (answer?.locked) throw new Refusal('list.locked');
  return answer?.sheets ?? null;
}
