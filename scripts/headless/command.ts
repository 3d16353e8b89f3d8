import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { chromium, type Browser, type Page } from 'playwright';
import { browserArgs } from '../lib/browser.mjs';
import { startServer } from '../lib/server.mjs';
import type { Command } from './arguments';
import { decodeRow } from './decode';
import { outputNames, type InputFile } from './files';
import { photoRow } from './photo';
import type { Row } from './row';

/** Runs a command over its files, prints the rows in input order, and answers the exit status. */
export async function runCommand(
  command: Command,
  files: readonly InputFile[],
  executablePath: string
): Promise<number> {
  const server = await startServer();
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath, args: browserArgs });
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const names = outputNames(files);
    const work = async (page: Page, index: number): Promise<Row> => {
      const file = files[index]!;
      return command.name === 'photo' ? photoRow(page, command, file, names[index]!) : decodeRow(page, file);
    };
    const open = async () => {
      const page = await context.newPage();
      await page.goto(`${server.url}/headless`);
      await page.waitForFunction(() => window.gradframe !== undefined);
      return page;
    };
    return await printRows(command, files.length, open, work);
  } finally {
    await browser?.close();
    await server.stop();
  }
}

/** Spreads the files over `jobs` pages; a row is printed when all before it are. */
async function printRows(
  { jobs, json }: Command,
  count: number,
  open: () => Promise<Page>,
  work: (page: Page, index: number) => Promise<Row>
): Promise<number> {
  const sink = json === undefined ? process.stdout : createWriteStream(json);
  const rows = new Map<number, Row>();
  let next = 0;
  let printed = 0;
  let good = true;
  const print = () => {
    for (let ready = rows.get(printed); ready; ready = rows.get(++printed)) {
      sink.write(`${JSON.stringify(ready.row)}\n`);
      rows.delete(printed);
      good &&= ready.good;
    }
    if (process.stderr.isTTY) process.stderr.write(`\r${printed} / ${count}`);
  };
  const job = async () => {
    let page = await open();
    while (next < count) {
      const index = next++;
      try {
        rows.set(index, await work(page, index));
      } catch {
        // The page is gone (out of memory, crashed): the file is tried once more in a fresh one.
        await page.close().catch(() => undefined);
        page = await open();
        rows.set(index, await work(page, index));
      }
      print();
    }
    await page.close();
  };
  await Promise.all(Array.from({ length: Math.min(jobs, count) }, job));
  if (sink !== process.stdout) {
    sink.end();
    await finished(sink);
  }
  return good ? 0 : 1;
}
