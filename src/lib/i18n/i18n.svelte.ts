import { catalogue, type MessageKey } from './catalogue';
import { fill, locales, type Locale, type Message } from './message';

const storageKey = 'gradframe.locale';

class Translator {
  locale = $state<Locale>('zh-CN');

  /** Takes the language chosen before, else the browser's; call once in the browser. */
  start(): void {
    const wanted = [safeRead(), ...navigator.languages];
    const found = wanted.map(match).find((locale) => locale !== undefined);
    this.use(found ?? 'zh-CN', false);
  }

  use(locale: Locale, remember = true): void {
    this.locale = locale;
    document.documentElement.lang = locale;
    if (remember) safeWrite(locale);
  }

  /** The text of `key` in the current language. */
  t = (key: MessageKey, parameters?: Readonly<Record<string, string | number>>): string =>
    fill(catalogue[key][this.locale], parameters);

  /** As `t` for keys that come from data (verdicts, errors); an unknown key gives `fallback`'s text. */
  lookup = (
    key: string,
    fallback: MessageKey,
    parameters?: Readonly<Record<string, string | number>>
  ): string => {
    const message: Message | undefined = (catalogue as Record<string, Message>)[key];
    return fill((message ?? catalogue[fallback])[this.locale], parameters);
  };
}

function match(tag: string | null): Locale | undefined {
  if (!tag) return undefined;
  if (/^zh\b/i.test(tag)) return 'zh-CN';
  return locales.find((locale) => tag.toLowerCase().startsWith(locale.slice(0, 2).toLowerCase()));
}

// Storage may be forbidden (private windows, embedded browsers): the language is then kept for this visit only.
function safeRead(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function safeWrite(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // kept for this visit only
  }
}

export const i18n = new Translator();
export const { t } = i18n;
