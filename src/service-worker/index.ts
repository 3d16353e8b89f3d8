/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { clearOld, fillShell } from './cache';
import { respond } from './request';

const worker = self as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', (event) => event.waitUntil(fillShell()));
worker.addEventListener('activate', (event) =>
  event.waitUntil(clearOld().then(() => worker.clients.claim()))
);
worker.addEventListener('fetch', (event) => {
  const answer = respond(event.request);
  if (answer) event.respondWith(answer);
});
// A page asks for the new version when no student is in the middle of anything.
worker.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  if (data === 'update') void worker.skipWaiting();
});
