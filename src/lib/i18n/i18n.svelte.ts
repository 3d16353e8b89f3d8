import { debugLog } from '$lib/log/debug-log';
import { within } from '$lib/platform/within';
import type { MessageKey, ReviewKey } from './catalogue';
import { loadTexts } from './load';
import { languages, locales, sourceLocale, type Locale } from './locales';
import { matchLocale } from './match';
import { fill, type Parameters, type Texts } from './message';

const storageKey = 'gradframe.locale';
/** Texts that have not come by then are done without. */
const loadMs = 20_000;

class Translator {
  locale = $state<Locale>(sourceLocale);
  /** The language last asked for could not be loaded; the one before is shown. */
  failed = $state(false);
  #texts = $state.raw<Texts>({});
  #review = false;
  #wanted: Locale = sourceLocale;

  /** Texts are here; without them no page can be shown. */
  get ready(): boolean {
    return 'app.name' in this.#texts;
  }

  /** The tag by which dates and numbers are written. */
  get formats(): string {
    return languages.find(({ tag }) => tag === this.locale)!.formats;
  }

  /** Loads the language chosen before, else the browser's, else any that can be had; call before pages are shown. */
  async start(): Promise<void> {
    if (this.ready) return;
    const first = matchLocale([safeRead(), ...navigator.languages]);
    for (const locale of [first, ...locales.filter((other) => other !== first)])
      if (await this.#show(locale)) break;
    this.failed = this.locale !== first;
  }

  /** Loads the console's texts as well, from now on. */
  async addReview(): Promise<void> {
    if (this.#review) return;
    this.#review = true;
    if (!(await this.#show(this.locale))) this.failed = true;
  }

  /** Changes the language and remembers it; where it cannot be loaded, the present one stays and `failed` tells so. */
  async use(locale: Locale): Promise<void> {
    this.failed = !(await this.#show(locale));
    if (!this.failed) safeWrite(locale);
  }

  /** @returns false where it cannot be loaded; what was chosen last wins when two are under way */
  async #show(locale: Locale): Promise<boolean> {
    this.#wanted = locale;
    try {
      const texts = await within(loadMs, loadTexts(locale, this.#review));
      if (this.#wanted !== locale) return true;
      this.#texts = texts;
    } catch (error) {
      debugLog.warn('texts.load', error);
      return false;
    }
    this.locale = locale;
    document.documentElement.lang = locale;
    return true;
  }

  /** The text of `key` in the current language. */
  t = (key: ReviewKey, parameters?: Parameters): string =>
    fill(this.#texts[key] ?? '', this.locale, parameters);

  /** As `t` for keys that come from data (verdicts, errors); an unknown key gives `fallback`'s text. */
  lookup = (key: string, fallback: ReviewKey, parameters?: Parameters): string =>
    fill(this.#texts[key] ?? this.#texts[fallback] ?? '', this.locale, parameters);

  has = (key: string): key is MessageKey => key in this.#texts;
}

// Storage may be forbidden (private windows, embedded browsers): the language is then kept for this visit only.
function safeRead(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // Storage is forbidden: the choice holds for this visit only.
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
/** The student's texts. */
export const t: (key: MessageKey, parameters?: Parameters) => string = i18n.t;
