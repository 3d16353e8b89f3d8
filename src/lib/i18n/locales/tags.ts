/**
 * The languages' tags (BCP 47; the page's `lang`) without what loads their texts, which no service worker may hold. The
 * first is the source: its keys type all others.
 */
export const locales = ['zh-CN', 'zh-TW', 'en'] as const;

export type Locale = (typeof locales)[number];
export const sourceLocale: Locale = locales[0];
