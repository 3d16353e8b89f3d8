import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageAccess, type Access } from '../access/access';

export interface Route {
  /** As the framework names it: `/api/v1/submissions/[id]`. */
  id: string;
  /** What a file exports, and the access it declares; null where it declares none. */
  methods: Record<string, Access | null>;
}

/** Every route below a folder as its files tell: a page is GET, an endpoint what it exports. For the tests. */
export function routesIn(folder: string): Route[] {
  const routes: Route[] = [];
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const [, parent = '', name] = /^(?:(.*)\/)?(\+page\.svelte|\+server\.ts)$/.exec(entry) ?? [];
    if (!name) continue;
    const id = `/${parent.replace(/\([^)]*\)\/?/g, '')}`;
    const methods: Route['methods'] = {};
    if (name === '+page.svelte') methods.GET = pageAccess(id);
    else
      for (const [, method, access] of readFileSync(join(folder, entry), 'utf8').matchAll(
        /^export (?:const|async function|function) ([A-Z]+)\b(?: = route\(\s*\{\s*access: '(\w+)')?/gm
      ))
        methods[method!] = (access as Access | undefined) ?? null;
    routes.push({ id, methods });
  }
  return routes;
}
