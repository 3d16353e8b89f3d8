/** What the walks in the driven browsers have in common. */
import { expect } from '@playwright/test';
import type { DrivenPage } from '../../scripts/lib/drive/page';

/** What a slow machine may need for a photo, in ms. */
export const photoMs = 90_000;

/** The finished photo's bytes as this device keeps them; null when there is none. */
export async function keptPhoto(page: DrivenPage): Promise<Buffer | null> {
  const bytes = await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error!);
      });
    const db = await asked(indexedDB.open('gradframe'));
    const draft: unknown = await asked(db.transaction('draft').objectStore('draft').get('current'));
    db.close();
    const { shot } = (draft ?? {}) as { shot?: { jpeg: Uint8Array | null } | null };
    return shot?.jpeg ? Array.from(shot.jpeg) : null;
  });
  return bytes && Buffer.from(bytes);
}

/** Waits for the check page and what it says of the photo, which a reload must not change. */
export async function checked(
  page: DrivenPage,
  verdicts: readonly ('pass' | 'warn' | 'fail')[]
): Promise<void> {
  await page.waitForURL(/\/check$/, { timeout: photoMs });
  const verdict = page.getByTestId('verdict');
  for (const again of [false, true]) {
    if (again) await page.reload();
    await verdict.waitFor();
    const words = await page.locator('main').innerText();
    expect(verdicts, words).toContain(await verdict.getAttribute('data-verdict'));
  }
}

/** From the check page to the status: hands the photo in. */
export async function handIn(page: DrivenPage): Promise<void> {
  await page.getByTestId('use-photo').click();
  await page.waitForURL(/\/submit$/);
  await page.getByTestId('confirm-box').check();
  await page.getByTestId('submit-photo').click();
}

/** Waits until the status page says so. */
export const standing = (page: DrivenPage, state: string) =>
  page.locator(`[data-testid=status-state][data-state=${state}]`).waitFor({ timeout: 30_000 });

/** Waits until everything is here that is needed without a network. */
export const ready = (page: DrivenPage) =>
  page.locator('[data-testid=offline][data-ready=true]').waitFor({ state: 'attached', timeout: photoMs });
