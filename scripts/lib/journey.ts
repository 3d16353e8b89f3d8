/** The student's way through the pages, step by step, as a person would go it. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { JourneyPage } from './journey-page';

export const student = {
  version: 1,
  studentNumber: '2022310001',
  name: '林晓',
  institutionCode: '10486',
  institutionName: '示例大学'
};

/** The text of a readable collection code. */
export const studentCode = JSON.stringify(student);

/** How long a page may take to come. */
const timeout = 30_000;

/** Waits until the page's address is this. */
const arrived = (page: JourneyPage, address: RegExp) =>
  page.waitForURL(address, { timeout, waitUntil: 'commit' });

/** Opens a page and waits until it listens. */
export async function open(page: JourneyPage, path: string): Promise<void> {
  await page.goto(path);
  await page.locator('[data-hydrated]').waitFor({ state: 'attached', timeout });
}

/** Ticks each consent and goes on. */
export async function agree(page: JourneyPage): Promise<void> {
  for (const item of ['sensitive', 'face']) await page.getByTestId(`consent-${item}`).check();
  await page.getByTestId('agree').click();
}

/** Home → notice → register, by the collection code or by a photo file of one's own. */
export async function toRegister(page: JourneyPage, mode: 'code' | 'upload' = 'code'): Promise<void> {
  await open(page, '/');
  await page.getByTestId(`start-${mode}`).click();
  await agree(page);
  await arrived(page, /\/register$/);
}

/** … → confirm, with the details typed by hand: the way of those who upload a photo. */
export async function typeDetails(page: JourneyPage): Promise<void> {
  if (!(await page.locator('input[name=name]').isVisible())) await page.getByTestId('type-details').click();
  await page.locator('input[name=name]').fill(student.name);
  await page.locator('input[name=studentNumber]').fill(student.studentNumber);
  await page.locator('input[name=studentNumber]').press('Enter');
  await arrived(page, /\/confirm$/);
}

/** From the page of the details, over the instructions, to the camera. */
export async function toCapture(page: JourneyPage): Promise<void> {
  await page.getByTestId('confirm-details').click();
  await page.getByTestId('open-camera').click();
  await arrived(page, /\/capture$/);
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
export async function toSubmit(page: JourneyPage, photo: Buffer): Promise<void> {
  await toRegister(page, 'upload');
  await typeDetails(page);
  await toCapture(page);
  await page
    .getByTestId('upload-photo')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByTestId('use-photo').click({ timeout: 60_000 });
  await arrived(page, /\/submit$/);
}
