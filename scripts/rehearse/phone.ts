import { chromium } from 'playwright';
import { renderSitter } from '../../workers/studio/sitter';
import { browserArgs, ensureBrowser, noBrowser } from '../lib/browser.mjs';
import { encodeJpeg } from '../lib/jpeg';
import { agree, open, shownPhoto, student } from '../lib/journey';
import { sha256 } from './office';

const timeout = 120_000;

/** A student's phone: a touched browser of 390 × 844. */
export interface Phone {
  /** From the campaign's address to the submit page, as somebody new; answers the SHA-256 of the finished file. */
  finish(url: string, campaign: string, studentNumber: string): Promise<string>;
  /** Sends it, and answers the state that the status page tells, once it is no longer under way. */
  handIn(): Promise<string | null>;
  close(): Promise<void>;
}

/** @throws where there is no Chromium */
export async function openPhone(): Promise<Phone> {
  const executablePath = await ensureBrowser();
  if (!executablePath) throw new Error(noBrowser);
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  const fresh = async () => {
    const context = await browser.newContext({
      ignoreHTTPSErrors: true,
      hasTouch: true,
      locale: 'zh-CN',
      viewport: { width: 390, height: 844 }
    });
    context.setDefaultTimeout(timeout);
    return context.newPage();
  };
  let page = await fresh();
  const buffer = await encodeJpeg(renderSitter().image, 92);
  return {
    async finish(url, campaign, studentNumber) {
      await page.context().close();
      page = await fresh();
      await open(page, `${url}/campaign#${campaign}`);
      await page.getByTestId('campaign-join').click();
      await agree(page);
      await page.getByTestId('type-details').click();
      await page.locator('input[name=name]').fill(student.name);
      await page.locator('input[name=studentNumber]').fill(studentNumber);
      await page.locator('input[name=studentNumber]').press('Enter');
      await page.getByTestId('confirm-details').click();
      await page.getByTestId('open-camera').click();
      const file = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
      await page.getByTestId('upload-photo').setInputFiles(file);
      await page.getByTestId('use-photo').waitFor();
      const shown = sha256(await shownPhoto(page));
      await page.getByTestId('use-photo').click();
      await page.getByTestId('confirm-box').check();
      return shown;
    },
    async handIn() {
      await page.getByTestId('submit-photo').click();
      const state = page.locator('[data-testid=status-state]:not([data-state=queued])');
      await state.waitFor();
      return state.getAttribute('data-state');
    },
    close: () => browser.close()
  };
}
