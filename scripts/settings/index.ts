/**
 * Writes README's tables of variables and `.env.example` from `src/lib/server/settings.ts`.
 *
 *     npm run -s settings
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from '../lib/run.mjs';
import { envExample, withTables } from './write';

const readme = join(root, 'README.md');
const options = await prettier.resolveConfig(readme);
const written = withTables(await readFile(readme, 'utf8'));
await writeFile(readme, await prettier.format(written, { ...options, filepath: readme }));
await writeFile(join(root, '.env.example'), envExample());
