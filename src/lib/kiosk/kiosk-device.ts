import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { session } from '$lib/flow/session.svelte';
import { idle } from '$lib/kiosk/idle.svelte';
import { kiosk } from '$lib/kiosk/kiosk.svelte';
import { deliverQueue } from '$lib/kiosk/queue';
import { debugLog } from '$lib/log/debug-log';
import { withSubmission } from '$lib/submission/outbox';
import type { OutboxItem } from '$lib/submission/outbox-item';
import type { Device, HandedIn } from '$lib/device/device';

/** A device of the unit that serves one student after another: photos are sealed into its queue. */
export class KioskDevice implements Device {
  readonly kind = 'kiosk';
  readonly personal = false;
  readonly keeps = false;
  readonly counted = false;

  get campaign(): PublicCampaign | null {
    return kiosk.state?.setUp.campaign ?? null;
  }

  id(): Promise<null> {
    return Promise.resolve(null);
  }

  /** Sealed, whether there is a network or not. */
  async handIn(item: OutboxItem): Promise<HandedIn> {
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

  send(): Promise<void> {
    return deliverQueue();
  }

  present(): void {
    idle.touch();
  }
}
