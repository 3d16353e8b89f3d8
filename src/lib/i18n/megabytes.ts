import { i18n } from './i18n.svelte';

/** Bytes as megabytes, with one digit behind the point, as the reader's language writes them. */
export function megabytes(bytes: number): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(i18n.locale, digits).format(bytes / 1e6);
}
