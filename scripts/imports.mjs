/**
 * Checks where every import points, those of types included, against the rules in .dependency-cruiser.mjs, and that no
 * rooms of src/lib import each other. Prints the violations; exits 1 when there is one.
 */
import { cruise, format } from 'dependency-cruiser';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import rules from '../.dependency-cruiser.mjs';
import { root } from './lib/run.mjs';
import { folderCycles } from './lint/folder-cycles.mjs';

const folders = ['src', 'workers', 'scripts', 'e2e'];
/** Inside the checkout, so that packages are found from there. */
const copy = join(root, '.svelte-kit', 'imports');

/**
 * The scripts of a component, without its markup. The cruiser itself reads what Svelte compiles, where no
 * import of a type is left.
 * @param {string} source
 */
const scriptsOf = (source) =>
  Array.from(source.matchAll(/<script(?:\s[^>]*)?>([^]*?)<\/script>/g), ([, script]) => script).join('\n');

/** @param {string} from @param {string} to @returns {Promise<boolean>} whether `cp` is to copy it */
async function copied(from, to) {
  if (extname(from) !== '.svelte') return true;
  await writeFile(`${to}.ts`, scriptsOf(await readFile(from, 'utf8')));
  return false;
}

await rm(copy, { recursive: true, force: true });
await mkdir(copy, { recursive: true });
for (const folder of folders) {
  await cp(join(root, folder), join(copy, folder), { recursive: true, filter: copied });
}

const { output: found } = await cruise(
  folders,
  {
    baseDir: copy,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^workers/kernels/assembly/' }
  },
  {
    alias: { $lib: join(copy, 'src/lib'), $workers: join(copy, 'workers') },
    extensions: ['.ts', '.mjs', '.js', '.d.ts', '.json'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'browser', 'types', 'default']
  }
);
await rm(copy, { recursive: true });
if (typeof found === 'string') throw new Error('the imports were printed instead of given');
const { output, exitCode } = await format(found, { outputType: 'err' });
const circles = folderCycles(found.modules);
console.log(String(output).trim());
for (const rooms of circles) console.log(`error: src/lib/{${rooms.join(', ')}} import each other`);
process.exit(exitCode === 0 && circles.length === 0 ? 0 : 1);
