import { network } from '$lib/offline/network.svelte';
import { session } from '$lib/flow/session.svelte';
import { here } from '$lib/device/here.svelte';
import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { transact } from '$lib/storage/transact';
import { getCampaign } from './client';

/** The campaign this student's photo is for: the one chosen, else the device's, else the unit's default. */
class CampaignInForce {
  #default = $state.raw<PublicCampaign | null>(null);

  /** Null until one was seen. */
  get current(): PublicCampaign | null {
    return session.draft.campaign ?? here.known?.campaign ?? this.#default;
  }

  /** Learns the default one, or remembers it from the last visit; without either the built-in choice holds. */
  async learn(): Promise<void> {
    const asked = getCampaign('default');
    try {
      this.#default ??=
        (await transact(['campaign'], 'readonly', (transaction) =>
          transaction.objectStore('campaign').get('default')
        )) ?? null;
    } catch {
      // Nothing is kept on this device.
    }
    const answer = await asked;
    if (!answer.ok && answer.code !== 'campaign.unknown') void network.look();
    if (!answer.ok) return;
    this.#default = answer.value;
    try {
      await transact(['campaign'], 'readwrite', (transaction) =>
        transaction.objectStore('campaign').put(answer.value, 'default')
      );
    } catch {
      // As above: it is asked again on the next visit.
    }
  }
}

export const campaign = new CampaignInForce();
