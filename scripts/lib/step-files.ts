import { resolve } from 'node:path';
import { runnerImport, type Plugin } from 'vite';

/** The flow's own table, read as the app reads it: this file is loaded before there is an alias. */
async function stepIds(): Promise<string[]> {
  const { module } = await runnerImport<typeof import('../../src/lib/flow/steps')>(
    resolve('src/lib/flow/steps.ts'),
    { configFile: false, resolve: { alias: { $lib: resolve('src/lib') } } }
  );
  return module.steps.map(({ id }) => id);
}

const pages = 'src/routes/(student)/';
/** What every page begins with, and home's own. */
const first = [
  '/client-optimized/app.js',
  'src/routes/+layout.svelte',
  'src/routes/+layout.ts',
  'src/routes/+error.svelte',
  `${pages}+layout.svelte`,
  `${pages}+layout.ts`,
  `${pages}+page.svelte`
];

/** Of the build for browsers; the server's and the workers' are left as they are. */
export const isClient = (chunkFileNames: unknown): chunkFileNames is string =>
  typeof chunkFileNames === 'string' && chunkFileNames.includes('/immutable/chunks/');

/**
 * Code comes in the order of the student's way, a file a step: what a page needs that none before it has brought. Left
 * to itself, what each set of pages shares is a file, and the small ones' headers and places in the document weigh
 * more than they do.
 */
export function stepFiles(): Plugin {
  let steps: string[] = [];
  const stepOf = new Map<string, string>();
  return {
    name: 'step-files',
    async configResolved() {
      steps = await stepIds();
    },
    buildEnd() {
      stepOf.clear();
      const ids = [...this.getModuleIds()];
      for (const step of steps) {
        const ends = step === 'home' ? first : [`${pages}${step}/+page.svelte`];
        const reached = ids.filter((id) => ends.some((end) => id.endsWith(end)));
        for (let id = reached.pop(); id !== undefined; id = reached.pop()) {
          if (stepOf.has(id)) continue;
          stepOf.set(id, step);
          reached.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      }
    },
    outputOptions(options) {
      if (!isClient(options.chunkFileNames)) return;
      // In this order: a group takes what its modules import along, so a later step's would take what comes earlier.
      const groups = steps.map((step, index) => ({
        name: step,
        test: (id: string) => stepOf.get(id) === step,
        priority: steps.length - index
      }));
      return { ...options, codeSplitting: { groups } };
    }
  };
}
