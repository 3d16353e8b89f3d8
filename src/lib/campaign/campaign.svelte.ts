import { network } from '$lib/offline/network.svelte';
import { session } from '$lib/flow/session.svelte';
import { here } from '$lib/device/here.svelte';
import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { transact } from '$lib/storage/transact';
import { getCampaign } from './client';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const photoOf = ({ standard, background, bytes, ways }: PublicCampaign) => [
  standard,
  background,
  bytes,
  ways
];

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
    const renewed = this.#renew();
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
    await renewed;
  }

  /** What the student chose may have been changed since; a photo that no longer fits its standard is made anew. */
  async #renew(): Promise<void> {
    const before = session.draft.campaign;
    if (!before || session.draft.submission) return;
    const answer = await getCampaign(before.code);
    const { campaign: held, submission } = session.draft;
    // By content: what the device kept of it is a copy.
    if (!answer.ok || !same(held, before) || submission || same(before, answer.value)) return;
    const fits = same(photoOf(before), photoOf(answer.value));
    await session.update({
      campaign: answer.value,
      ...(!fits && { shot: null, how: null, chosen: false })
    });
  }
}

export const campaign = new CampaignInForce();
