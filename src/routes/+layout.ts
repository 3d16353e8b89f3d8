import { i18n } from '$lib/i18n/i18n.svelte';

// Every page lives on what is in this browser's storage; the server sends the shell and answers /api.
export const ssr = false;

/** No page is shown before its language is here. */
export const load = () => i18n.start();
