import { cached, shellPage } from './cache';

/**
 * The answer to a request, or null to leave it to the network: the endpoint is never cached. Queries are ignored for
 * files (the vision runtime asks for its loader again under another query).
 */
export function respond(request: Request): Promise<Response> | null {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/'))
    return null;
  if (request.mode === 'navigate') return page(request);
  return file(request, url.pathname);
}

async function file(request: Request, path: string): Promise<Response> {
  return (await cached(path)) ?? fetch(request);
}

/** Pages all share one shell; without it in the cache the network answers. */
async function page(request: Request): Promise<Response> {
  return (await cached(shellPage)) ?? fetch(request);
}
