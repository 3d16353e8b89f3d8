/**
 * How large each file of the client's code may travel, packed, and all of it: `npm run budget`, after a build. Prints
 * what is too large, and how much of each budget is used; exits 1 when one is exceeded.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/run.mjs';

/** The first row that fits decides; bytes of the largest file. A row that has to grow says so in its commit. */
const budgets = [
  { what: 'pages', fits: /^nodes\/.*\.js$/, bytes: 20_000 },
  { what: 'texts', fits: /^texts\/.*\.js$/, bytes: 20_000 },
  { what: 'workers', fits: /^workers\/[^/]*\.js$/, bytes: 85_000 },
  { what: 'worker chunks', fits: /^workers\/.*\.js$/, bytes: 95_000 },
  { what: 'styles', fits: /\.css$/, bytes: 4_000 },
  { what: 'engines', fits: /^assets\/.*\.m?js$/, bytes: 70_000 },
  { what: 'chunks', fits: /\.js$/, bytes: 105_000 }
];
const allBytes = 1_100_000;

const folder = join(root, 'build/client/_app/immutable');
if (!existsSync(folder)) {
  console.error('There is no build: npm run build.');
  process.exit(2);
}
const largest = new Map(budgets.map(({ what }) => [what, 0]));
let all = 0;
let exceeded = false;
for (const packed of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const path = packed.replace(/\.br$/, '').replaceAll('\\', '/');
  const row = packed.endsWith('.br') && budgets.find(({ fits }) => fits.test(path));
  if (!row) continue;
  const { size } = statSync(join(folder, packed));
  all += size;
  largest.set(row.what, Math.max(size, largest.get(row.what) ?? 0));
  if (size <= row.bytes) continue;
  exceeded = true;
  console.log(`${path}: ${size} bytes packed, of ${row.bytes} for ${row.what}`);
}
if (all > allBytes) console.log(`All code: ${all} bytes packed, of ${allBytes}`);
exceeded ||= all > allBytes || all === 0;
for (const { what, bytes } of budgets)
  console.log(`${what.padEnd(14)} ${String(largest.get(what)).padStart(7)} of ${bytes}`);
console.log(`${'all'.padEnd(14)} ${String(all).padStart(7)} of ${allBytes}`);
process.exit(exceeded ? 1 : 0);
