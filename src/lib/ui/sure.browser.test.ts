import { expect, it, vi } from 'vitest';
import { createRawSnippet } from 'svelte';
import { render } from 'vitest-browser-svelte';
import { i18n } from '$lib/i18n/i18n.svelte';
import Sure from './Sure.svelte';

const children = createRawSnippet(() => ({ render: () => '<span>All of it is lost.</span>' }));

it('asks before it acts, and gives the focus back to who thinks better of it', async () => {
  await i18n.start();
  const onsure = vi.fn();
  const screen = await render(Sure, { label: 'Delete', yes: 'Yes', testid: 'sure', onsure, children });
  await screen.getByTestId('sure').click();
  // The question is read out: it has the focus.
  await expect.element(screen.getByText('All of it is lost.')).toBeVisible();
  expect(document.activeElement?.textContent).toContain('All of it is lost.');
  expect(onsure).not.toHaveBeenCalled();
  await screen.getByTestId('sure-no').click();
  await expect.poll(() => document.activeElement?.getAttribute('data-testid')).toBe('sure');
  await screen.getByTestId('sure').click();
  await screen.getByTestId('sure-yes').click();
  await expect.poll(() => onsure.mock.calls.length).toBe(1);
  await expect.element(screen.getByTestId('sure')).toBeVisible();
});
