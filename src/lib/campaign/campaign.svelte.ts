import { session } from '$lib/flow/session.svelte';
import { kiosk } from '$lib/kiosk/kiosk.svelte';
import { database } from '$lib/storage/database';
import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { getCampaign } from '$lib/submission/client';

/** The campaign this student's photo is for: the one chosen, else the kiosk's, else the unit's default. */
class CampaignInForce {
  #default = $state.raw<PublicCampaign | null>(null);

  /** Null until one was seen. */
  get current(): PublicCampaign | null {
    return session.draft.campaign ?? kiosk.state?.setUp.campaign ?? this.#default;
  }

  /** Learns the default one, or remembers it from the last visit; without either the built-in choice holds. */
  async learn(): Promise<void> {
    try {
      this.#default ??= (await (await database()).get('campaign', 'default')) ?? null;
    } catch {
      // Nothing is kept on this device.
    }
    const answer = await getCampaign('default');
    if (typeof answer === 'string') return;
    this.#default = answer;
    try {
      await (await database()).put('campaign', answer, 'default');
    } catch {
      // As above: it is asked again on the next visit.
    }
  }
}

export const campaign = new CampaignInForce();
