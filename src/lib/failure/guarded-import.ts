import { navigating } from '$app/state';
import { version } from '$app/environment';
import { debugLog } from '$lib/log/debug-log';
import { within } from '$lib/platform/within';
import type { Order } from '$lib/offline/messages';
import MissingPage from './MissingPage.svelte';
import { missing } from '$lib/offline/missing.svelte';
import { network } from '$lib/offline/network.svelte';

/** A page's code, some ten kilobytes, comes in this time over the slowest line, or not at all. */
const loadMs = 20_000;
const askMs = 8_000;
/** A page that is to be opened anew is gone by then. */
const leaveMs = 10_000;
const reloadedKey = 'gradframe.reloaded';

interface Node {
  component?: unknown;
}

/**
 * A page's code. Where it does not come, because the network is away or a newer version has taken its place, the page is
 * opened anew once at most, and else stands in for itself: it says what is wrong, and loses nothing.
 */
export async function guarded(load: () => Promise<Node>): Promise<Node> {
  let failed: unknown;
  // What broke off comes at the second try.
  for (let tries = 0; tries < 2; tries++)
    try {
      return await within(loadMs, load());
    } catch (error) {
      failed = error;
      await fetchAnew(error);
    }
  const state = await network.look();
  const newer = state === 'good' && (await isNewer());
  if (newer && mayReload()) await reload();
  missing.because = newer ? 'newer' : state === 'good' ? 'file' : state;
  missing.id = debugLog.error('page.unexpected', failed);
  return { component: MissingPage };
}

/** The browser's own copy may be what a network gave in the file's place; its name is in the error, where it is told. */
async function fetchAnew(error: unknown): Promise<void> {
  const url = /https?:\S+\.js/.exec(String(error))?.[0];
  try {
    if (url) await within(askMs, fetch(url, { cache: 'reload' }));
  } catch {
    // no network: found out next
  }
}

/** Whether the server has another version than this page is of. */
async function isNewer(): Promise<boolean> {
  try {
    const answer = await within(askMs, fetch('/_app/version.json', { cache: 'no-store' }));
    return ((await answer.json()) as { version?: string }).version !== version;
  } catch {
    // it does not tell: taken for the same
    return false;
  }
}

/** Once for each version of the page: what is cached on the way may be the old page again. */
function mayReload(): boolean {
  try {
    if (sessionStorage.getItem(reloadedKey) === version) return false;
    sessionStorage.setItem(reloadedKey, version);
    return true;
  } catch {
    // Nothing can be remembered, so it might be done for ever: the user decides.
    return false;
  }
}

/** Opens the page that was wanted from the server, and with it the newer version. */
async function reload(): Promise<void> {
  // No service worker here: nothing to tell.
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  registration?.waiting?.postMessage({ type: 'activate' } satisfies Order);
  const wanted = navigating.to?.url.href;
  if (wanted && wanted !== location.href) location.href = wanted;
  else location.reload();
  await new Promise((resolve) => setTimeout(resolve, leaveMs));
}
