import { i18n } from '$lib/i18n/i18n.svelte';

/** The console's own texts, which students never load. */
export async function load({ parent }: { parent: () => Promise<object> }): Promise<void> {
  await parent();
  await i18n.addReview();
}
