import { campaign } from '$lib/campaign/campaign.svelte';
import { kiosk } from '$lib/kiosk/kiosk.svelte';
import { deviceId } from '$lib/storage/device';
import { subjectHeader, subjectOf, type Permit } from '$lib/api/contracts/permit';
import { timeLimit } from '$lib/platform/time-limit';
import { session } from './session.svelte';

/**
 * Asks the endpoint how many photos may be finished from now on. Without an answer the earlier permit stays, and the
 * photo is made all the same. A kiosk, which serves without a network, asks for none.
 */
export async function renewPermit(): Promise<void> {
  const code = campaign.current?.code;
  const number = session.draft.registration?.studentNumber;
  if (!code || !number || kiosk.on) return;
  const permit = await askPermit(code, await subjectOf(await deviceId(), code, number));
  if (!permit || session.draft.registration?.studentNumber !== number) return;
  await session.update({ permit });
}

/** The permit for what is made now; null where nobody answers or there is no such campaign. Never throws. */
async function askPermit(campaign: string, subject: string): Promise<Permit | null> {
  try {
    const response = await fetch(`/api/v1/permits?campaign=${encodeURIComponent(campaign)}`, {
      headers: { [subjectHeader]: subject },
      cache: 'no-store',
      signal: timeLimit(10_000)
    });
    return response.ok ? ((await response.json()) as Permit) : null;
  } catch {
    // no network: the photo is taken without a permit
    return null;
  }
}
