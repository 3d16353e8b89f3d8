import { expect, it } from 'vitest';
import { localised } from './localised';
import { matchLocale } from './match';

it.each([
  [['zh-CN'], 'zh-CN'],
  [['zh'], 'zh-CN'],
  [['zh-Hans-HK'], 'zh-CN'],
  [['zh-SG', 'en'], 'zh-CN'],
  [['zh-TW'], 'zh-TW'],
  [['zh-HK', 'en'], 'zh-TW'],
  [['zh-MO'], 'zh-TW'],
  [['zh-Hant'], 'zh-TW'],
  [['zh-hant-SG'], 'zh-TW'],
  [['zh-Hans-TW'], 'zh-CN'],
  [['en-GB', 'zh-CN'], 'en'],
  [['fr-FR', 'EN-us', 'zh'], 'en'],
  [['enm', 'fr'], 'zh-CN'],
  [[null, 'en'], 'en'],
  [['en', 'zh-CN'], 'en'],
  [[], 'zh-CN']
])('somebody who asks for %j reads %s', (wanted, locale) => {
  expect(matchLocale(wanted)).toBe(locale);
});

it('shows a unit’s own text in the language asked for, else in Chinese, else in what there is', () => {
  const both = { 'zh-CN': '春季', en: 'Spring' };
  expect(localised(both, 'en')).toBe('Spring');
  expect(localised(both, 'zh-TW')).toBe('春季');
  expect(localised({ 'zh-CN': '春季' }, 'en')).toBe('春季');
  expect(localised({ en: 'Spring' }, 'zh-CN')).toBe('Spring');
  expect(localised({}, 'en')).toBe('');
});
