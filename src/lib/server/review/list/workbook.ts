import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Sheet } from './cells';
import program from './workbook-process.mjs?raw';
import { environment } from '../../settings';

/** Of a workbook of 1.2 MB; a list of 200,000 students unpacks to some 40 MB. */
const unpackedBytes = 80_000_000;
const heapMb = 512;
const patienceMs = 30_000;
/** Workbooks that are read at a time. */
let turn: Promise<unknown> = Promise.resolve();

const { resolve } = createRequire(import.meta.url);
const addressOf = (name: string) => pathToFileURL(resolve(name)).href;

/**
 * The sheets of an XLSX or XLS workbook, one file at a time in a process of its own.
 *
 * @param rows most rows of a sheet that are read
 * @returns null where it cannot be read within bounds of memory and time
 */
export function sheetsOfWorkbook(file: Uint8Array, rows: number): Promise<readonly Sheet[] | null> {
  const mine = turn.then(() => read(file, rows));
  turn = mine;
  return mine;
}

function read(file: Uint8Array, rows: number): Promise<readonly Sheet[] | null> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${heapMb}`,
        '--input-type=module',
        '--eval',
        program,
        '--',
        addressOf('@e965/xlsx'),
        addressOf('fflate')
      ],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
        env: { PATH: environment().PATH }
      }
    );
    const late = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    let sheets: readonly Sheet[] | null = null;
    child.once('message', (answer: { sheets: readonly Sheet[] | null }) => (sheets = answer.sheets));
    child.once('error', () => done(null));
    child.once('close', () => {
      clearTimeout(late);
      done(sheets);
    });
    child.send({ file, unpacked: unpackedBytes, rows }, (error) => {
      if (error) child.kill('SIGKILL');
    });
  });
}
