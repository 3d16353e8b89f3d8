/** The review console on the production build: two reviewers and an admin at work on what students handed in. */
import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import type { SubmissionStatus } from '../src/lib/api/contracts/submission';
import { readProvisioning } from '../src/lib/api/contracts/provisioning';
import { loadPicture, openReader } from '../scripts/codes/reader';
import { open } from '../scripts/lib/journey';
import { handIn, type Handed } from './handed';
import { lookBoth } from './look';
import { createStaff, password, signIn } from './staff';

const shown = (page: Page) => page.getByTestId('photo').getAttribute('data-id');

test('reviewers decide by keyboard, never on the same photo; the admin exports and checks the list', async ({
  browser,
  page,
  request,
  baseURL
}) => {
  await createStaff('anna', 'reviewer');
  await createStaff('bo', 'admin');
  const handed: Handed[] = [];
  for (let i = 0; i < 8; i++) handed.push(await handIn(request, baseURL!, i, i < 6 ? '软件1班' : '软件2班'));
  const byId = new Map(handed.map((one) => [one.id, one]));
  const status = async (id: string) => {
    const headers = { authorization: `Bearer ${byId.get(id)!.key}` };
    return (await (await request.get(`/api/v1/submissions/${id}`, { headers })).json()) as SubmissionStatus;
  };

  await test.step('signing in', async () => {
    await page.goto('/review');
    await expect(page).toHaveURL(/\/review\/sign-in$/);
    await page.locator('input[name=name]').fill('anna');
    await page.locator('input[name=password]').fill('not the password');
    await page.locator('input[name=password]').press('Enter');
    await expect(page.getByRole('alert').locator('[data-code="staff.wrong"]')).toBeVisible();
    await lookBoth(page, 'review-sign-in');
    await page.locator('input[name=password]').fill(password);
    await page.locator('input[name=password]').press('Enter');
    await expect(page).toHaveURL(/\/review$/);
    await expect(page.getByTestId('row')).toHaveCount(8);
    await expect(page.getByTestId('row').first()).toContainText('审**');
    await lookBoth(page, 'review-queue');
    await page.locator('input[name=text]').fill('2022990007');
    await page.locator('input[name=text]').press('Enter');
    await expect(page.getByTestId('row')).toHaveCount(1);
    expect(page.url()).not.toContain('2022990007');
    await page.goto('/review/log');
    await expect(page).toHaveURL(/\/review$/);
  });

  const other = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 800 } });
  const second = await other.newPage();
  await signIn(second, 'bo');

  const decided: { approved?: string; rejected?: string } = {};
  await test.step('approving, undoing, rejecting, skipping', async () => {
    await page.getByTestId('start').click();
    await second.getByTestId('start').click();
    await expect(page.getByTestId('photo')).toBeVisible();
    await expect(second.getByTestId('photo')).toBeVisible();
    const first = (await shown(page))!;
    expect(await shown(second)).not.toBe(first);
    await lookBoth(page, 'review-desk');
    await lookBoth(second, 'review-desk-en');

    await page.keyboard.press('?');
    await expect(page.getByTestId('help')).toBeVisible();
    await page.keyboard.press('Escape');
    // Also while an input method keeps the letter to itself.
    await page.evaluate(() =>
      dispatchEvent(new KeyboardEvent('keydown', { key: 'Process', code: 'KeyL', bubbles: true }))
    );
    await expect(page.getByTestId('show-lines')).toBeChecked();
    await page.keyboard.press('l');
    await expect(page.getByTestId('show-lines')).not.toBeChecked();
    await page.keyboard.press('z');
    await expect(page.getByTestId('zoom')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('z');

    await expect(page.getByTestId('student-number')).toHaveText(/^2022\*{4}\d\d$/);
    await page.getByTestId('unmask').click();
    await expect(page.getByTestId('student-number')).toHaveText(byId.get(first)!.studentNumber);

    await page.keyboard.press('a');
    await expect(page.getByTestId('given')).toHaveAttribute('data-to', 'approved');
    await expect(page.getByTestId('photo')).not.toHaveAttribute('data-id', first);
    expect((await status(first)).state).toBe('inReview');
    await page.keyboard.press('u');
    await expect(page.getByTestId('photo')).toHaveAttribute('data-id', first);
    await page.keyboard.press('a');
    await expect(page.getByTestId('photo')).not.toHaveAttribute('data-id', first);
    decided.approved = first;

    const next = (await shown(page))!;
    await page.keyboard.press('r');
    await expect(page.getByTestId('reject-sure')).toBeDisabled();
    await page.keyboard.press('2');
    await expect(page.getByTestId('reason-eyes.closed')).toBeChecked();
    await lookBoth(page, 'review-reasons');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('given')).toHaveAttribute('data-to', 'rejected');
    await expect(page.getByTestId('take-back')).toHaveCount(2);
    await expect(page.getByTestId('photo')).not.toHaveAttribute('data-id', next);
    decided.rejected = next;

    const skipped = (await shown(page))!;
    await page.keyboard.press('n');
    await expect(page.getByTestId('photo')).not.toHaveAttribute('data-id', skipped);
    expect(await shown(page)).not.toBe(await shown(second));

    // Gone to another site, and back to the page as the browser kept it.
    const released = page.waitForResponse('**/api/v1/staff/release');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await released;
    await expect(page.getByTestId('photo')).toHaveCount(0);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await expect(page.getByTestId('photo')).toBeVisible();
  });

  await test.step('the student hears it when it can no longer be undone', async () => {
    await expect
      .poll(async () => (await status(decided.approved!)).state, { timeout: 20_000 })
      .toBe('approved');
    await expect
      .poll(async () => (await status(decided.rejected!)).state, { timeout: 20_000 })
      .toBe('rejected');
    expect(await status(decided.rejected!)).toMatchObject({ reasons: ['eyes.closed'] });
    await expect(page.getByTestId('given')).toHaveCount(0);
  });

  await test.step('leaving gives back what was held', async () => {
    await page.getByRole('link', { name: '审核列表', exact: true }).click();
    await second.getByRole('link', { name: 'Queue', exact: true }).click();
    await expect(second).toHaveURL(/\/review$/);
    await expect
      .poll(async () => {
        await second.reload();
        await expect(second.getByTestId('row').first()).toBeVisible();
        return second.getByTestId('row').count();
      })
      .toBe(6);

    // Also what was still being asked for.
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/v1/staff/claims', async (route) => {
      const response = await route.fetch();
      await held;
      await route.fulfill({ response });
    });
    const asked = page.waitForRequest('**/api/v1/staff/claims');
    await page.getByTestId('start').click();
    await asked;
    await page.getByRole('link', { name: '审核列表', exact: true }).click();
    await expect(page).toHaveURL(/\/review$/);
    const released = page.waitForResponse('**/api/v1/staff/release');
    answer();
    expect(await (await released).json()).toMatchObject({
      done: [expect.any(String), expect.any(String)],
      failed: []
    });
    await page.unroute('**/api/v1/staff/claims');
  });

  await test.step('a class at once', async () => {
    await open(second, '/review/batch');
    await second.getByTestId('class').last().click();
    await expect(second.getByTestId('mark')).toHaveCount(2);
    await second.keyboard.press('ArrowRight');
    await second.keyboard.press('2');
    await expect(second.getByTestId('mark').nth(1)).toHaveAttribute('aria-pressed', 'true');
    await lookBoth(second, 'review-batch');
    await second.keyboard.press('x');
    await second.keyboard.press(' ');
    await expect(second.getByTestId('enlarged')).toBeVisible();
    await second.keyboard.press('Escape');
    await second.keyboard.press('a');
    await expect(second.getByTestId('given')).toContainText('2');
    await expect(second.getByTestId('empty')).toBeVisible();
  });

  await test.step('list, export and log', async () => {
    await open(second, '/review/unit');
    const list = '学号,姓名,班级\r\n2022990000,审核0,软件9班\r\n2022990001,别名,\r\n';
    await second
      .getByTestId('import')
      .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await expect(second.getByTestId('preview')).toBeVisible();
    await second.getByTestId('replace-list').click();
    await expect(second.getByTestId('imported')).toContainText('2');
    const onList = byId.get(decided.approved!)!.studentNumber;
    const enrolled = { [`软件9班/${onList}.JPG`]: await readFile('workers/studio/finished.jpg') };
    const packed = Buffer.from(zipSync({ ...enrolled, '2022990099.jpg': new Uint8Array(9) }));
    const zipFile = { name: 'enrolment.zip', mimeType: 'application/zip', buffer: packed };
    await second.getByTestId('enrolment-zip').setInputFiles(zipFile);
    await expect(second.getByTestId('enrolment-preview')).toContainText('1 new');
    await expect(second.getByTestId('enrolment-left')).toContainText('2022990099.jpg');
    await lookBoth(second, 'review-enrolment');
    await second.getByTestId('enrolment-take').click();
    await expect(second.getByTestId('enrolment-taken')).toContainText('1');
    await second.locator('input[name=kiosk-place]').fill('一号楼大厅');
    await second.getByTestId('kiosk-make').click();
    const line = await second.getByTestId('kiosk-line').inputValue();
    expect(readProvisioning(line)?.code).toMatchObject({ name: '一号楼大厅', idleSeconds: 90 });
    // What stands on the screen is what is read off it.
    const picture = await second.locator('.qr').screenshot();
    const [read] = await (await openReader()).read(await loadPicture(picture), 'local');
    expect(read?.text).toBe(line);
    await lookBoth(second, 'review-unit');
    await open(second, '/review/overview');
    await expect(second.locator('[data-standing=approved]')).toBeVisible();
    await lookBoth(second, 'review-overview-en');
    await expect(second.locator('[data-standing=approved] a')).toHaveAttribute(
      'href',
      '/review?state=approved'
    );
    await second.locator('details').first().click();
    const missingFile = second.waitForEvent('download');
    await second.getByTestId('missing-csv').click();
    const missing = await readFile(await (await missingFile).path(), 'utf8');
    // Both began at once: which photo each was given is not told beforehand.
    const approvedNumber = byId.get(decided.approved!)!.studentNumber;
    for (const number of ['2022990000', '2022990001'])
      expect(missing.includes(number), number).toBe(number !== approvedNumber);
    await open(second, '/review/unit');
    // What may still be undone is not exported yet.
    await expect(second.getByTestId('export')).toContainText('3', { timeout: 20_000 });
    await second.getByTestId('layout-own').check();
    await second.locator('input[name=layout-template]').fill('con/{studentNumber}.jpg');
    await expect(second.getByTestId('export')).toHaveCount(0);
    await lookBoth(second, 'review-export');
    await second.getByTestId('layout-class').check();
    await expect(second.getByTestId('export-example')).toContainText('10000/Class 1/');
    await second.getByTestId('layout-institution').check();
    const saving = second.waitForEvent('download');
    await second.getByTestId('export').click();
    const zip = new Map(Object.entries(unzipSync(await readFile(await (await saving).path()))));
    const names = [decided.approved!, handed[6]!.id, handed[7]!.id].map(
      (id) => `10000/${byId.get(id)!.studentNumber}.jpg`
    );
    const tables = ['10000.csv', '10000.xlsx', '10000-未导出.csv', '10000-未导出.xlsx', 'SHA256SUMS.txt'];
    expect([...zip.keys()]).toEqual([...names.sort(), ...tables]);
    expect(Buffer.from(zip.get(names[0]!)!).equals(await readFile('workers/studio/finished.jpg'))).toBe(true);
    // What was handed over is not new any more.
    await second.getByTestId('export-fresh').check();
    await expect(second.getByTestId('export')).toHaveCount(0);
    await second.locator('input[name=unbind]').fill('2022990000');
    await second.locator('input[name=unbind]').press('Enter');
    await expect(second.getByTestId('unbound')).toHaveAttribute('data-removed', 'false');

    // An account for somebody new: its password is for one use.
    await open(second, '/review/staff');
    await second.locator('input[name=account]').fill('carol');
    await second.getByTestId('create-account').click();
    const oneTime = await second.getByTestId('one-time').innerText();
    await lookBoth(second, 'review-staff');
    const third = await (await browser.newContext()).newPage();
    await open(third, '/review/sign-in');
    await third.locator('input[name=name]').fill('carol');
    await third.locator('input[name=password]').fill(oneTime);
    await third.locator('input[name=password]').press('Enter');
    await third.locator('input[name=fresh]').fill(password);
    await third.locator('input[name=fresh]').press('Enter');
    await expect(third).toHaveURL(/\/review$/);
    await second.locator('[data-name=carol]').getByTestId('role').click();
    await expect(second.getByTestId('sure-no')).toBeInViewport();
    await second.getByTestId('sure-no').click();
    await second.locator('[data-name=carol]').getByTestId('lock').click();
    await expect(second.locator('[data-name=carol]')).toHaveAttribute('data-locked', 'false');
    await second.getByTestId('sure-yes').click();
    await expect(second.locator('[data-name=carol]')).toHaveAttribute('data-locked', 'true');
    await third.reload();
    await expect(third).toHaveURL(/\/review\/sign-in$/);
    await third.context().close();
    await open(second, '/review/log');
    for (const act of [
      'account.locked',
      'account.password',
      'account.created',
      'photos.exported',
      'list.imported',
      'enrolment.imported',
      'identity.shown',
      'session.began'
    ])
      await expect(second.locator(`[data-act="${act}"]`).first()).toBeVisible();
    await lookBoth(second, 'review-log');
  });

  await test.step('one photo with its history; signing out', async () => {
    await open(page, `/review/photo/${decided.approved}`);
    await expect(page.getByTestId('enrolment-photo')).toHaveJSProperty('naturalWidth', 480);
    // On a phone the two stand side by side.
    await page.setViewportSize({ width: 390, height: 844 });
    const [fresh, enrolled] = await Promise.all(
      ['photo', 'enrolment-photo'].map((id) => page.getByTestId(id).boundingBox())
    );
    expect(Math.abs(enrolled!.y - fresh!.y)).toBeLessThan(2);
    expect(enrolled!.x).toBeGreaterThanOrEqual(fresh!.x + fresh!.width);
    await open(page, `/review/photo/${decided.rejected}`);
    await expect(page.getByTestId('state')).toHaveAttribute('data-state', 'rejected');
    await page.getByText('历史').click();
    await expect(page.getByTestId('history')).toContainText('anna');
    await lookBoth(page, 'review-photo');
    await page.getByTestId('sign-out').click();
    await expect(page).toHaveURL(/\/review\/sign-in$/);
    await page.goto('/review/desk');
    await expect(page).toHaveURL(/\/review\/sign-in$/);
  });
  await other.close();
});
