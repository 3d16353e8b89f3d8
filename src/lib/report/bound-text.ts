import { t } from '$lib/i18n/i18n.svelte';
import type { Bounds } from '$workers/standard/standard';

/** What bounds allow, in words, each number shown by `show`; null where they bound nothing. */
export function boundText({ min, max }: Bounds, show: (value: number) => string): string | null {
  if (min !== undefined && max !== undefined) return t('check.between', { min: show(min), max: show(max) });
  if (min !== undefined) return t('check.atLeast', { min: show(min) });
  if (max !== undefined) return t('check.atMost', { max: show(max) });
  return null;
}
