import type { DraftFee } from '$lib/flow/draft';
import { session } from '$lib/flow/session.svelte';
import { getFee } from './client';

let asking = false;

/**
 * Learns what the campaign asks for. Without an answer the student goes on: the endpoint says so should there be
 * something to pay, and nothing is lost.
 */
export async function learnFee(campaign = 'default'): Promise<void> {
  if (asking) return;
  asking = true;
  const answer = await getFee(campaign);
  asking = false;
  if (!answer.ok || session.draft.fee) return;
  const { required, amountFen, when } = answer.value;
  const fee: DraftFee = {
    campaign: answer.value.campaign,
    required,
    amountFen,
    when,
    order: null,
    paid: false
  };
  await session.update({ fee });
}
