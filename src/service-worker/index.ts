import type { Fetched, Order } from '$lib/offline/messages';
import { within } from '$lib/platform/within';
import { sendAll } from '$lib/submission/outbox';
import { fillFirst, fillShell, isUpdate, keepLanguage, othersAreBroken, sweep } from './cache';
import { prepare } from './prepare';
import { follow, show } from './push';
import { answer } from './request';
import { scope, type SyncEvent } from './scope';
import { handOut } from './share';

const patienceMs = 20_000;

scope.addEventListener('install', (event) => event.waitUntil(install()));

// The first one takes the open pages over at once; a later one waits until it is told to, between two students.
scope.addEventListener('activate', (event) => event.waitUntil(activate()));

scope.addEventListener('fetch', answer);

scope.addEventListener('push', (event) => event.waitUntil(show(event)));

scope.addEventListener('notificationclick', (event) => event.waitUntil(follow(event)));

scope.addEventListener('message', (event) => {
  const order = event.data as Order;
  if (order.type === 'activate') event.waitUntil(scope.skipWaiting());
  // No network: kept at the next visit.
  else if (order.type === 'pages') event.waitUntil(fillShell().catch(() => undefined));
  else if (order.type === 'language') event.waitUntil(keepLanguage(order.tag));
  else if (order.type === 'shared') event.ports[0]?.postMessage(handOut());
  else {
    const [port] = event.ports;
    const hold = (work: Promise<unknown>) => event.waitUntil(work);
    const heard = new Promise<void>((resolve) => port && (port.onmessage = () => resolve()));
    const asker = {
      tell: (progress: Fetched) => port?.postMessage(progress),
      // A page that was closed does not answer.
      mayGoOn: () => within(patienceMs, heard).catch(() => undefined)
    };
    hold(prepare(order, asker, hold));
  }
});

scope.addEventListener('sync', (event) => {
  const { tag, waitUntil } = event as SyncEvent;
  if (tag === 'outbox') waitUntil.call(event, send());
});

/**
 * A version that follows another has every page before it takes over; the first, what the way to the camera needs. Takes
 * over at once from a version whose copy is broken: none of its pages could tell it to.
 */
async function install(): Promise<void> {
  await ((await isUpdate()) ? fillShell() : fillFirst());
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
