/**
 * The image core on the command line, on the production build in headless Chromium. Rows are JSON Lines on
 * standard output; everything else goes to standard error.
 *
 *     npm run -s gradframe -- photo  PATH... --out DIR [--standard chsi-99] [--background NAME|#rrggbb]
 *                                    [--matte auto|fast] [--emit alpha,overlay] [--jobs N] [--force] [--json FILE]
 *     npm run -s gradframe -- decode PATH... [--jobs N] [--json FILE]
 *     npm run -s gradframe -- farm submit|work|status|rows|retry …        (scripts/farm/arguments.ts)
 *
 * Exit status: 0 every row passed or warned (decode: every file gave a text); 1 some did not; 2 wrong usage or
 * no browser.
 */
import './lib/umask.mjs';
import { ensureBrowser, noBrowser } from './lib/browser.mjs';
import { ensurePackages, must } from './lib/run.mjs';
import { isBuilt } from './lib/server.mjs';
import { parseFarm } from './farm/arguments';
import { runFarm } from './farm/command';
import { parseCommand, UsageError } from './headless/arguments';
import { listFiles } from './headless/files';
import { runCommand } from './headless/command';

async function main(): Promise<number> {
  const argv = process.argv.slice(2);
  if (argv[0] === 'farm') return runFarm(parseFarm(argv.slice(1)));
  const command = parseCommand(argv);
  const files = await listFiles(command.paths);
  if (files.length === 0) throw new UsageError('no picture at the given paths');
  await ensurePackages();
  const browser = await ensureBrowser();
  if (!browser) throw new UsageError(noBrowser);
  if (!isBuilt()) await must('The build', 'npm', ['run', '-s', 'build'], { stdio: ['ignore', 2, 2] });
  return runCommand(command, files, browser);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
