import { expect, it } from 'vitest';
import { i18n, t } from './i18n.svelte';
import { locales } from './locales';

it('changes the page’s language and remembers it; the last choice of two wins', async () => {
  await i18n.start();
  const cancel = new Set<string>();
  for (const locale of locales) {
    await i18n.use(locale);
    expect(document.documentElement.lang).toBe(locale);
    expect(localStorage.getItem('gradframe.locale')).toBe(locale);
    cancel.add(t('app.cancel'));
  }
  expect(cancel.size).toBeGreaterThan(1);
  await Promise.all([i18n.use('en'), i18n.use('zh-CN')]);
  expect(i18n.locale).toBe('zh-CN');
});

it('has the console’s texts only once they are asked for', async () => {
  await i18n.start();
  expect(i18n.has('reason.hair')).toBe(false);
  await i18n.addReview();
  expect(i18n.failed).toBe(false);
});
