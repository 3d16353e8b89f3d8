import type { MessageKey } from '$lib/i18n/catalogue';
import { i18n, t } from '$lib/i18n/i18n.svelte';

/** What is told of a request that got no good answer. @param unheard the page's own words where none came */
export const problemText = (code: string, unheard: MessageKey): string =>
  code === 'unreachable' || code === 'timeout'
    ? t(unheard)
    : i18n.lookup(`problem.${code}`, 'problem.server.unavailable');
