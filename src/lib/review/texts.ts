import { catalogue } from '$lib/i18n/catalogue';
import { i18n } from '$lib/i18n/i18n.svelte';
import { fill, type Message } from '$lib/i18n/message';
import { frame } from './messages/frame';
import { reasons } from './messages/reasons';
import { staff } from './messages/staff';
import { work } from './messages/work';

/** The console's texts beside the product's; students never load them. */
export const texts = { ...catalogue, ...frame, ...reasons, ...staff, ...work };

export type TextKey = keyof typeof texts;
type Parameters = Readonly<Record<string, string | number>>;

/** The text of `key` in the current language. */
export const t = (key: TextKey, parameters?: Parameters): string => fill(texts[key][i18n.locale], parameters);

/** As `t` for keys that come from data; an unknown key gives `fallback`'s text. */
export function lookup(key: string, fallback: TextKey, parameters?: Parameters): string {
  const message: Message | undefined = (texts as Record<string, Message>)[key];
  return fill((message ?? texts[fallback])[i18n.locale], parameters);
}

/** What a refused request is about. */
export const problemText = (code: string) => lookup(`problem.${code}`, 'problem.server.unavailable');
