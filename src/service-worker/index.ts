/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { clearOld, fillShell, prepareOffline } from './cache';
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
worker.addEventListener('message', (event: ExtendableMessageEvent) => {
  // A page asks for the new version when no student is in the middle of anything.
  if (event.data === 'update') void worker.skipWaiting();
  // … and for everything the later steps need, while the student reads.
  if (event.data === 'prepare') event.waitUntil(prepareOffline());
});
