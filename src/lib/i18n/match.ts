import { languages, sourceLocale, type Locale } from './locales';

/** The language for somebody who asks for these tags, most wanted first; unknown ones and null are passed over. */
export function matchLocale(wanted: readonly (string | null)[]): Locale {
  for (const tag of wanted) {
    const found = tag && served(tag.toLowerCase());
    if (found) return found;
  }
  return sourceLocale;
}

function served(tag: string): Locale | undefined {
  const rows = languages.flatMap(({ tag: locale, serves }) =>
    serves
      .filter((start) => `${tag}-`.startsWith(`${start.toLowerCase()}-`))
      .map((start) => ({ locale, length: start.length }))
  );
  return rows.sort((a, b) => b.length - a.length)[0]?.locale;
}
