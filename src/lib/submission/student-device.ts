import { session } from '$lib/flow/session.svelte';
import { debugLog } from '$lib/log/debug-log';
import { within } from '$lib/platform/within';
import { deviceId } from '$lib/storage/device';
import { putSubmission } from '$lib/submission/client';
import { deliver } from '$lib/submission/deliver';
import { delivery } from '$lib/submission/delivery.svelte';
import { enqueue, withAnswer, withSubmission } from '$lib/submission/outbox';
import type { OutboxItem } from '$lib/submission/outbox-item';
import type { Device, HandedIn } from '$lib/device/device';

/** The photo is sent straight to the endpoint where the storage takes longer. */
const patienceMs = 5_000;

/** One student's phone or computer: photos go through its outbox. */
export class StudentDevice implements Device {
  readonly kind = 'student';
  readonly personal = true;
  readonly keeps = true;
  readonly counted = true;
  readonly campaign = null;
  /** The last submission that could neither be kept nor sent: tried again under the same id, so that it arrives once. */
  #stranded: OutboxItem | null = null;

  id(): Promise<string> {
    return deviceId();
  }

  /** Through the outbox, or straight to the endpoint where this device keeps nothing. */
  async handIn(item: OutboxItem): Promise<HandedIn> {
    try {
      // What could not be kept before may be by now: the outbox goes by what is on the device.
      await within(patienceMs, session.keep());
      if (!session.kept) return await this.#sendDirectly(item);
      await enqueue(item);
    } catch (error) {
      debugLog.warn('outbox.full', error);
      const sent = await this.#sendDirectly(item);
      return sent === 'done' ? sent : 'full';
    }
    await session.refresh();
    await deliver();
    return 'done';
  }

  send(): Promise<void> {
    return deliver();
  }

  present(): void {
    // Nothing is forgotten here while its owner waits.
  }

  async #sendDirectly(fresh: OutboxItem): Promise<'done' | 'unreachable'> {
    const stranded = this.#stranded;
    const same = stranded?.jpeg === fresh.jpeg && stranded.registration === fresh.registration;
    const item = same ? stranded : fresh;
    const answer = await putSubmission(item);
    if (!answer.ok && answer.retry) {
      this.#stranded = item;
      delivery.problem = answer.code;
      return 'unreachable';
    }
    this.#stranded = null;
    await session.update(withAnswer(withSubmission(session.draft, item), item.id, answer));
    return 'done';
  }
}
