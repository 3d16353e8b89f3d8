import type { Order } from '$lib/offline/messages';
import { sendAll } from '$lib/submission/outbox';
import { fillShell, keepLanguage, sweep } from './cache';
import { prepare } from './prepare';
import { follow, show } from './push';
import { answer } from './request';
import { scope, type SyncEvent } from './scope';
import { handOut } from './share';

scope.addEventListener('install', (event) => event.waitUntil(fillShell()));

// The first one takes the open pages over at once; a later one waits until it is told to, between two students.
scope.addEventListener('activate', (event) => event.waitUntil(sweep().then(() => scope.clients.claim())));

scope.addEventListener('fetch', answer);

scope.addEventListener('push', (event) => event.waitUntil(show(event)));

scope.addEventListener('notificationclick', (event) => event.waitUntil(follow(event)));

scope.addEventListener('message', (event) => {
  const order = event.data as Order;
  if (order.type === 'activate') event.waitUntil(scope.skipWaiting());
  else if (order.type === 'language') event.waitUntil(keepLanguage(order.tag));
  else if (order.type === 'shared') event.ports[0]?.postMessage(handOut());
  else {
    const [port] = event.ports;
    const hold = (work: Promise<unknown>) => event.waitUntil(work);
    hold(prepare(order.urls, (progress) => port?.postMessage(progress), hold));
  }
});

scope.addEventListener('sync', (event) => {
  const { tag, waitUntil } = event as SyncEvent;
  if (tag === 'outbox') waitUntil.call(event, send());
});

/** A failure asks the browser to try again later. */
async function send(): Promise<void> {
  if (await sendAll()) throw new Error('submissions still wait');
}
