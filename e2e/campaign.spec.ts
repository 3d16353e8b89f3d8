import { writeFile } from 'node:fs/promises';
import { drawCode } from '../scripts/codes/draw';
import { startServer } from '../scripts/lib/server.mjs';
import { sampleCampaign } from '../src/lib/server/policy/sample';
import { expect, test as base } from './fixtures';
import { agree, open, student, studentCode } from '../scripts/lib/journey';
import { sitterJpeg } from './pictures';

const spring = {
  ...sampleCampaign,
  code: 'spring-2026',
  name: { 'zh-CN': '2026 届春季采集', en: 'Spring 2026' },
  institution: { code: '10487', name: '另一所大学' },
  anyInstitution: false,
  fields: [{ id: 'class', label: { 'zh-CN': '班级', en: 'Class' }, required: true }],
  contact: { phones: ['027-0000 0000'], hours: { 'zh-CN': '8:30–12:00', en: '8:30–12:00' } }
};

/** A server with a second campaign, of another institution than the student's. */
const test = base.extend({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  baseURL: async ({}, use, info) => {
    const file = info.outputPath('campaigns.json');
    await writeFile(file, JSON.stringify([sampleCampaign, spring]));
    const server = await startServer({ env: { GRADFRAME_CAMPAIGNS: file } });
    await use(server.url);
    await server.stop();
  }
});

test('a campaign chosen by its code: its institution, its questions, its contact; taken back in time', async ({
  page
}) => {
  await open(page, '/');
  await page.getByTestId('start-campaign').click();
  const code = page.locator('input[name=campaign]');
  await code.fill('nobody');
  await code.press('Enter');
  await expect(page.locator('[data-code="campaign.unknown"]')).toBeVisible();
  // A poster's link asks for it by itself.
  await page.goto('about:blank');
  await open(page, '/campaign#spring-2026');
  await expect(page.getByTestId('campaign-found')).toContainText('另一所大学');
  await expect(page.getByTestId('contact').locator('a[href="tel:02700000000"]')).toBeVisible();
  await page.getByTestId('campaign-join').click();
  await agree(page);

  const png = Buffer.from(await drawCode(studentCode));
  await page
    .getByTestId('upload-code')
    .setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: png });
  const refused = page.locator('[data-code="code.otherInstitution"]');
  await expect(refused).toContainText(student.institutionName);
  await expect(refused).toContainText('另一所大学');

  await page.getByTestId('type-details').click();
  await page.locator('input[name=name]').fill(student.name);
  await page.locator('input[name=studentNumber]').fill(student.studentNumber);
  await page.locator('input[name=studentNumber]').press('Enter');
  await expect(page).toHaveURL(/\/confirm$/);
  await page.getByTestId('confirm-details').click();
  await expect(page.locator('input[name=class][aria-invalid]')).toBeFocused();
  await page.locator('input[name=class]').fill('数学 2201');
  await page.getByTestId('confirm-details').click();
  await page.getByTestId('open-camera').click();
  await page
    .getByTestId('upload-photo')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await sitterJpeg() });
  await page.getByTestId('use-photo').click({ timeout: 60_000 });
  await page.getByTestId('confirm-box').check();
  const sending = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.getByTestId('submit-photo').click();
  expect(await (await sending).json()).toMatchObject({ campaign: 'spring-2026', state: 'received' });

  const state = page.getByTestId('status-state');
  await expect(state).toHaveAttribute('data-state', 'received');
  await page.getByTestId('withdraw').click();
  await page.getByTestId('withdraw-yes').click();
  await expect(state).toHaveAttribute('data-state', 'withdrawn');
  await page.reload();
  await expect(state).toHaveAttribute('data-state', 'withdrawn');
  await expect(page.getByTestId('withdraw')).toHaveCount(0);
});
