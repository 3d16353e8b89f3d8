import { redirect } from '@sveltejs/kit';
import { here } from '$lib/device/here.svelte';
import { session } from '$lib/flow/session.svelte';
import { debugLog } from '$lib/log/debug-log';
import { within } from '$lib/platform/within';
import { leadFrom } from './pages';
import { visit } from './visit.svelte';

/** What the guard depends on; to be invalidated when the draft has changed beside the page. */
export const draftKey = 'gradframe:draft';

/** The page's frame says that it waits, and for what, where the device's storage takes longer. */
const patienceMs = 1_000;

/**
 * Leads whoever is too far ahead, by a link, a reload or another tab, to where they stand.
 *
 * @throws Redirect
 */
export async function guard({ url, depends }: { url: URL; depends: (key: `${string}:${string}`) => void }) {
  depends(draftKey);
  // Where it is not open yet, the frame asks the guard again once it is.
  await within(patienceMs, visit.begin()).catch((error: unknown) => debugLog.warn('visit.begin', error));
  const target = here.known && session.loaded ? leadFrom(url.pathname, session.draft, here.known) : null;
  if (!target) return;
  visit.led = visit.entered && target === '/';
  redirect(307, target);
}
