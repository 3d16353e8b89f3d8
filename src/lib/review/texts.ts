import { i18n } from '$lib/i18n/i18n.svelte';

/** The text of `key` in the current language: the console's texts beside the product's. */
export const { t, lookup } = i18n;

/** What a refused request is about. */
export const problemText = (code: string) => lookup(`problem.${code}`, 'problem.server.unavailable');
