import { campaign } from '$lib/campaign/campaign.svelte';
import type { HandedIn } from '$lib/device/device';
import { here } from '$lib/device/here.svelte';
import { session } from '$lib/flow/session.svelte';
import { randomId } from '$lib/platform/random-id';
import { newKey } from './client';

/** Hands the chosen photo in, the way this device does. */
export async function handIn(): Promise<HandedIn> {
  const { shot, how, registration, consent, replaces, finishedAt, permit } = session.draft;
  if (!shot?.jpeg || !shot.finished || !registration) return 'done';
  const chosen = campaign.current;
  const device = await here.device.id();
  return here.device.handIn({
    id: randomId(),
    key: newKey(),
    jpeg: shot.jpeg,
    registration,
    report: shot.finished,
    details: {
      ...(chosen && { campaign: chosen.code }),
      ...(consent && { consent: { ...consent, items: [...consent.items] } }),
      ...(how && { way: how.way }),
      ...(how?.taken && { taken: how.taken }),
      ...(replaces && { replaces: { id: replaces.id, key: replaces.key } }),
      ...(device && { device }),
      quota: { ...(permit && { permit: permit.token }), finishedAt: finishedAt.slice(-100) }
    }
  });
}
