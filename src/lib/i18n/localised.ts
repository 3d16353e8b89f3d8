import { sourceLocale } from './locales';

/**
 * A text that a unit or a standard brings along in some languages: the one asked for, else Chinese (zh-CN), else
 * whichever is there.
 */
export function localised(names: Readonly<Partial<Record<string, string>>>, locale: string): string {
  return (
    names[locale] ?? names[sourceLocale] ?? Object.values(names).find((name) => name !== undefined) ?? ''
  );
}
