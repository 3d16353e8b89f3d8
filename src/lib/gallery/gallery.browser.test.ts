import { expect, inject, it } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { i18n } from '$lib/i18n/i18n.svelte';
import { locales } from '$lib/i18n/locales';
import { faults } from '$lib/ui/faults.svelte';
import { exhibits } from './exhibits';
import Gallery from './Gallery.svelte';

declare module 'vitest' {
  interface ProvidedContext {
    shots: string;
  }
}

const sections = () => [...document.querySelectorAll<HTMLElement>('[data-exhibit]')];

it('shows every shared component in its states, in each language, inside a phone’s width', async () => {
  await page.viewport(390, 844);
  await i18n.start();
  const screen = await render(Gallery);
  const texts = new Set<string>();
  for (const locale of locales) {
    await screen.getByTestId(`gallery-${locale}`).click();
    await expect.poll(() => document.documentElement.lang).toBe(locale);
    expect(sections().map(({ dataset }) => dataset.exhibit)).toEqual(
      exhibits().map(({ component, state }) => `${component} ${state}`)
    );
    for (const section of sections()) {
      const { exhibit } = section.dataset;
      expect(section.querySelector('h2 ~ *')?.getBoundingClientRect().height, exhibit).toBeGreaterThan(0);
      expect(section.scrollWidth, exhibit).toBeLessThanOrEqual(section.clientWidth);
      expect(section.textContent, exhibit).not.toMatch(/undefined|\[object/);
    }
    texts.add(document.querySelector('[data-exhibit="Notice warn"]')!.textContent);
    const folder = inject('shots');
    if (folder) await page.screenshot({ path: `${folder}/gallery-${locale}.png`, element: document.body });
  }
  expect(texts.size).toBe(locales.length);
});

it('counts the errors on show while they are on show', async () => {
  await i18n.start();
  expect(faults.count).toBe(0);
  const screen = await render(Gallery);
  await expect.poll(() => faults.count).toBe(exhibits().filter(isFault).length);
  await screen.unmount();
  expect(faults.count).toBe(0);
});

const isFault = ({ props }: { props: Record<string, unknown> }) =>
  props.tone === 'fail' || (props.error !== undefined && !props.checked);
