import type { MessageKey } from './catalogue';
import { languages, type Locale } from './locales';
import type { Message, Texts } from './message';

/**
 * One language's texts.
 *
 * @param review the console's too
 * @throws TypeError where they are neither kept here nor can be fetched
 */
export async function loadTexts(
  locale: Locale,
  review = false
): Promise<Readonly<Record<MessageKey, Message>> & Texts> {
  const row = languages.find(({ tag }) => tag === locale)!;
  const [{ texts }, more] = await Promise.all([row.texts(), review ? row.review() : null]);
  return { ...texts, ...more?.review };
}
