import type { Texts } from '../message';
import type { locales } from './tags';

export { locales, sourceLocale, type Locale } from './tags';

interface Language<Tag> {
  tag: Tag;
  /** Its own name for itself. */
  name: string;
  /** Whose form dates and numbers have. */
  formats: string;
  /** Beginnings of the browsers' tags that it serves; the longest beginning among all languages decides. */
  serves: readonly string[];
  /** On the page that is left when no text could be loaded. */
  again: string;
  texts: () => Promise<{ texts: Texts }>;
  /** The console's texts, loaded beside `texts`. */
  review: () => Promise<{ review: Texts }>;
}

type Rows<Tags extends readonly string[]> = { [At in keyof Tags]: Language<Tags[At]> };

/** The product's languages, one folder and one row each, in the order of their tags. */
export const languages = [
  {
    tag: 'zh-CN',
    name: '简体中文',
    formats: 'zh-CN',
    serves: ['zh'],
    again: '重新打开',
    texts: () => import('./zh-CN'),
    review: () => import('./zh-CN/review')
  },
  {
    tag: 'zh-TW',
    name: '繁體中文',
    formats: 'zh-TW',
    serves: ['zh-TW', 'zh-HK', 'zh-MO', 'zh-Hant'],
    again: '重新開啟',
    texts: () => import('./zh-TW'),
    review: () => import('./zh-TW/review')
  },
  {
    tag: 'en',
    name: 'English',
    formats: 'en-GB',
    serves: ['en'],
    again: 'Open again',
    texts: () => import('./en'),
    review: () => import('./en/review')
  }
] as const satisfies Rows<typeof locales>;
