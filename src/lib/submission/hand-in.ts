import { debugLog } from '$lib/log/debug-log';
import { campaign } from '$lib/campaign/campaign.svelte';
import { session } from '$lib/flow/session.svelte';
import { within } from '$lib/platform/within';
import { randomId } from '$lib/platform/random-id';
import { deviceId } from '$lib/storage/device';
import { kiosk } from '$lib/kiosk/kiosk.svelte';
import { deliverQueue } from '$lib/kiosk/queue';
import { newKey, putSubmission } from './client';
import { deliver } from './deliver';
import { delivery } from './delivery.svelte';
import { enqueue, withAnswer, withSubmission } from './outbox';
import type { OutboxItem } from './outbox-item';

/** The photo is sent straight to the endpoint where the storage takes longer. */
const patienceMs = 5_000;

/** The last submission that could neither be kept nor sent: tried again under the same id, so that it arrives once. */
let stranded: OutboxItem | null = null;

/**
 * Hands the chosen photo in: through the outbox, or straight to the endpoint where this device keeps nothing.
 *
 * @returns `done` when it is sent, waits in the outbox or was refused (the draft tells which); `full` when there is
 *   no room for it; `unreachable` when it could neither be kept nor sent
 */
export async function handIn(): Promise<'done' | 'full' | 'unreachable'> {
  const { shot, registration, consent, replaces, finishedAt, permit } = session.draft;
  if (!shot?.jpeg || !shot.finished || !registration) return 'done';
  const chosen = campaign.current;
  const item: OutboxItem = {
    id: randomId(),
    key: newKey(),
    jpeg: shot.jpeg,
    registration,
    report: shot.finished,
    details: {
      ...(chosen && { campaign: chosen.code }),
      ...(consent && { consent: { version: consent.version, at: consent.at, items: [...consent.items] } }),
      ...(replaces && { replaces }),
      // A kiosk is everybody's: it is neither one student's device nor counted by one.
      ...(!kiosk.on && { device: await deviceId() }),
      quota: { ...(permit && { permit: permit.token }), finishedAt: finishedAt.slice(-100) }
    }
  };
  if (kiosk.on) return seal(item);
  try {
    // What could not be kept before may be by now: the outbox goes by what is on the device.
    await within(patienceMs, session.keep());
    if (!session.kept) return await sendDirectly(item);
    await enqueue(item);
  } catch (error) {
    debugLog.warn('outbox.full', error);
    const sent = await sendDirectly(item);
    return sent === 'done' ? sent : 'full';
  }
  await session.refresh();
  await deliver();
  return 'done';
}

/** On a kiosk: sealed into its queue, whether there is a network or not. */
async function seal(item: OutboxItem): Promise<'done' | 'full'> {
  try {
    await kiosk.take(item);
  } catch (error) {
    debugLog.warn('kiosk.full', error);
    return 'full';
  }
  await session.update(withSubmission(session.draft, item));
  void deliverQueue();
  return 'done';
}

async function sendDirectly(fresh: OutboxItem): Promise<'done' | 'unreachable'> {
  const same = stranded?.jpeg === fresh.jpeg && stranded.registration === fresh.registration;
  const item = same ? stranded! : fresh;
  const answer = await putSubmission(item);
  if (!answer.ok && answer.retry) {
    stranded = item;
    delivery.problem = answer.code;
    return 'unreachable';
  }
  stranded = null;
  await session.update(withAnswer(withSubmission(session.draft, item), item.id, answer));
  return 'done';
}
