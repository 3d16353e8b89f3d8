import { stepAt } from '$lib/flow/steps';
import { fromShell, inModels, inShell, model, shellPage, text, texts } from './cache';
import { scope } from './scope';
import { takeIn } from './share';

/** Pages outside the flow's steps that work offline too. */
const otherPages = [
  '/guide',
  '/my-data',
  '/campaign',
  '/kiosk',
  '/kiosk/operator',
  '/payment/sandbox',
  '/unsubscribe',
  '/account'
];

/** Answers what belongs to the product's pages; everything else, the endpoint above all, goes to the network as ever. */
export function answer(event: FetchEvent): void {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method === 'POST' && origin === scope.location.origin && pathname === '/share')
    return event.respondWith(takeIn(request));
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (request.mode === 'navigate') {
    if (stepAt(pathname) || otherPages.includes(pathname)) event.respondWith(kept(shellPage, request));
  }
  // By path alone: a wasm loader is asked for again under another query, and is the same file.
  else if (inModels(pathname)) event.respondWith(model(pathname, (work) => event.waitUntil(work)));
  else if (texts.includes(pathname)) event.respondWith(text(pathname));
  else if (inShell(pathname)) event.respondWith(kept(pathname, request));
}

async function kept(path: string, request: Request): Promise<Response> {
  return (await fromShell(path)) ?? fetch(request);
}
