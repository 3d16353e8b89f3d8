import { campaign } from '$lib/campaign/campaign.svelte';
import { here } from '$lib/device/here.svelte';
import { permitApi, subjectHeader, subjectOf } from '$lib/api/contracts/permit';
import { request } from '$lib/api/request';
import { session } from '$lib/flow/session.svelte';

/**
 * Asks the endpoint how many photos may be finished from now on. Without an answer the earlier permit stays, and the
 * photo is made all the same. A device that counts none asks for none.
 */
export async function renewPermit(): Promise<void> {
  const code = campaign.current?.code;
  const number = session.draft.registration?.studentNumber;
  if (!code || !number || !here.device.counted) return;
  const device = await here.device.id();
  if (!device) return;
  const subject = await subjectOf(device, code, number);
  const answer = await request(permitApi.ask, {
    params: { campaign: code },
    headers: { [subjectHeader]: subject }
  });
  if (!answer.ok || session.draft.registration?.studentNumber !== number) return;
  await session.update({ permit: answer.value });
}
