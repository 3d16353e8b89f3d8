import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Route {
  /** As the framework names it: `/api/v1/submissions/[id]`. */
  id: string;
  methods: string[];
}

/** Every route below a folder as its files tell: a page is GET, an endpoint what it exports. For the tests. */
export function routesIn(folder: string): Route[] {
  const routes: Route[] = [];
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const [, parent = '', name] = /^(?:(.*)\/)?(\+page\.svelte|\+server\.ts)$/.exec(entry) ?? [];
    if (!name) continue;
    const methods =
      name === '+page.svelte'
        ? ['GET']
        : [
            ...readFileSync(join(folder, entry), 'utf8').matchAll(
              /^export (?:const|async function|function) ([A-Z]+)\b/gm
            )
          ].map(([, method]) => method!);
    routes.push({ id: `/${parent.replace(/\([^)]*\)\/?/g, '')}`, methods });
  }
  return routes;
}
