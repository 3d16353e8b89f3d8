import type { Order } from '$lib/offline/messages';
import { sendAll } from '$lib/submission/outbox';
import { fillShell, keepLanguage, othersAreBroken, sweep } from './cache';
import { prepare } from './prepare';
import { follow, show } from './push';
import { answer } from './request';
import { scope, type SyncEvent } from './scope';
import { handOut } from './share';

scope.addEventListener('install', (event) => event.waitUntil(install()));

// The first one takes the open pages over at once; a later one waits until it is told to, between two students.
scope.addEventListener('activate', (event) => event.waitUntil(activate()));

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

/** Takes over at once from a version whose copy is broken: none of its pages could tell it to. */
async function install(): Promise<void> {
  await fillShell();
  if (await othersAreBroken()) await scope.skipWaiting();
}

async function activate(): Promise<void> {
  const heals = await othersAreBroken();
  await sweep();
  await scope.clients.claim();
  if (!heals) return;
  // Not awaited: a page that is opened waits until this is over.
  for (const client of await scope.clients.matchAll({ type: 'window' }))
    // One that may not be led is opened anew by its user.
    void client.navigate(client.url).catch(() => null);
}

/** A failure asks the browser to try again later. */
async function send(): Promise<void> {
  if (await sendAll()) throw new Error('submissions still wait');
}
