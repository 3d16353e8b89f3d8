/** The student's way through the pages, step by step, as a person would go it. */
import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

export const student = {
  version: 1,
  studentNumber: '2022310001',
  name: '林晓',
  institutionCode: '10486',
  institutionName: '示例大学'
};

/** The text of a readable collection code. */
export const studentCode = JSON.stringify(student);

/** Opens a page and waits until it listens. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('[data-hydrated]')).toBeAttached();
}

/** Ticks each consent and goes on. */
export async function agree(page: Page): Promise<void> {
  for (const item of ['sensitive', 'face']) await page.getByTestId(`consent-${item}`).check();
  await page.getByTestId('agree').click();
}

/** Home → notice → register, by the collection code or by a photo file of one's own. */
export async function toRegister(page: Page, mode: 'code' | 'upload' = 'code'): Promise<void> {
  await open(page, '/');
  await page.getByTestId(`start-${mode}`).click();
  await agree(page);
  await expect(page).toHaveURL(/\/register$/);
}

/** … → confirm, with the details typed by hand: the way of those who upload a photo. */
export async function typeDetails(page: Page): Promise<void> {
  if (!(await page.locator('input[name=name]').isVisible())) await page.getByTestId('type-details').click();
  await page.locator('input[name=name]').fill(student.name);
  await page.locator('input[name=studentNumber]').fill(student.studentNumber);
  await page.locator('input[name=studentNumber]').press('Enter');
  await expect(page).toHaveURL(/\/confirm$/);
}

/** Confirm → instructions → capture. */
export async function toCapture(page: Page): Promise<void> {
  await page.getByTestId('confirm-details').click();
  await page.getByTestId('open-camera').click();
  await expect(page).toHaveURL(/\/capture$/);
}

/** The bytes that the check page shows: the picture's own address, saved as a browser saves it. */
export async function shownPhoto(page: Page): Promise<Buffer> {
  const saving = page.waitForEvent('download');
  await page.getByTestId('finished-photo').evaluate((image: HTMLImageElement) => {
    const link = document.createElement('a');
    link.href = image.src;
    link.download = 'shown.jpg';
    link.click();
  });
  return readFile(await (await saving).path());
}

/** Home … submit with a photo file: the way without a camera. */
export async function toSubmit(page: Page, photo: Buffer): Promise<void> {
  await toRegister(page, 'upload');
  await typeDetails(page);
  await toCapture(page);
  await page
    .getByTestId('upload-photo')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByTestId('use-photo').click({ timeout: 60_000 });
  await expect(page).toHaveURL(/\/submit$/);
}
