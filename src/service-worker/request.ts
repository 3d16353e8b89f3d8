import { pageAt } from '$lib/app/pages';
import { file, inModels, inShell, model, page, texts } from './cache';
import { scope } from './scope';
import { takeIn } from './share';

/** Answers what belongs to the product's pages; everything else, the endpoint above all, goes to the network as ever. */
export function answer(event: FetchEvent): void {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const hold = (work: Promise<unknown>) => event.waitUntil(work);
  if (request.method === 'POST' && origin === scope.location.origin && pathname === '/share')
    return event.respondWith(takeIn(request));
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (request.mode === 'navigate') {
    if (pageAt(pathname)?.offline) event.respondWith(page(request, hold));
  }
  // By path alone: a wasm loader is asked for again under another query, and is the same file.
  else if (inModels(pathname)) event.respondWith(model(pathname, hold, request.cache === 'reload'));
  else if (texts.includes(pathname) || inShell(pathname)) event.respondWith(file(pathname, request));
}
