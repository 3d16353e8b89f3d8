import type { Page } from '@playwright/test';
import sharp from 'sharp';
import type { FinishOptions } from '../workers/protocol';
import { headMeasureOn } from '../workers/standard/head-measures';
import { resolveStandard } from '../workers/standard/resolve';
import { expect, test } from './fixtures';
import { sitterJpeg, twoSittersJpeg } from './pictures';

const standard = resolveStandard();
const options: FinishOptions = {
  kind: 'still',
  standard,
  matte: 'fast',
  force: false,
  emit: { alpha: false, overlay: false }
};

async function finish(page: Page, buffer: Buffer) {
  await page.setInputFiles('input[type=file]', { name: 'still.jpg', mimeType: 'image/jpeg', buffer });
  const answer = await page.evaluate((given) => window.gradframe!.photo(given), options);
  expect(answer.ok, JSON.stringify(answer).slice(0, 200)).toBe(true);
  return answer.ok ? answer.value : undefined!;
}

/** The sitter in a camera's large still, the wall going on to the sides. */
const largeStill = async () =>
  sharp(await sitterJpeg())
    .resize(2250, 3000)
    .extend({ left: 875, right: 875, extendWith: 'copy' })
    .jpeg({ quality: 90 })
    .toBuffer();

/** A hand held up beside the shoulder. */
const handInFrame = async () => {
  const hand = `<svg width="200" height="300"><g fill="#d9a98c"><ellipse cx="100" cy="190" rx="62" ry="80"/>
    ${[40, 78, 118, 156].map((x) => `<rect x="${x - 15}" y="30" width="30" height="160" rx="15"/>`).join('')}
    </g></svg>`;
  return sharp(await sitterJpeg())
    .composite([{ input: Buffer.from(hand), left: 20, top: 880 }])
    .jpeg({ quality: 92 })
    .toBuffer();
};

const finished: [string, () => Promise<Buffer>][] = [
  ['bald', () => sitterJpeg({ hair: { style: 'bald' } })],
  ['long loose hair', () => sitterJpeg({ hair: { style: 'long' } })],
  [
    'a white shirt before a white wall',
    () =>
      sitterJpeg({
        clothing: { style: 'shirt', colour: [238, 238, 238] },
        wall: { colour: [236, 236, 236] }
      })
  ],
  ['a hand in the frame', handInFrame],
  ['a still of 4000 × 3000', largeStill],
  ['a webcam of 640 × 480', () => sitterJpeg({ width: 640, height: 480, headSize: 0.25 })]
];

const refused: [string, string, () => Promise<Buffer>][] = [
  ['two people', 'face.several', twoSittersJpeg],
  [
    'black hair before a black wall',
    'background.likeSitter',
    () => sitterJpeg({ wall: { colour: [32, 27, 25] }, hair: { style: 'long' } })
  ]
];

test('odd stills: each is finished inside every window, or refused with a clear reason', async ({ page }) => {
  await page.goto('/headless');
  await page.waitForFunction(() => window.gradframe !== undefined);
  for (const [title, still] of finished)
    await test.step(title, async () => {
      const { photo, geometry, matte } = await finish(page, await still());
      expect(matte!.engine).toBe('fast');
      const bytes = Buffer.from(photo!.jpeg, 'base64');
      expect(bytes.length).toBeGreaterThanOrEqual(standard.bytes.min!);
      expect(bytes.length).toBeLessThanOrEqual(standard.bytes.max!);
      expect(standard.windows.map(({ of }) => of)).toEqual(['crown', 'eyeLine', 'faceWidth']);
      for (const { of, min, max } of standard.windows) {
        const value = headMeasureOn(of, geometry!, standard.height);
        expect(value, of).toBeGreaterThanOrEqual(min!);
        expect(value, of).toBeLessThanOrEqual(max!);
      }
      // Both upper corners are the flat colour, as far as JPEG keeps one.
      const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      for (const x of [4, 475])
        [100, 197, 255].forEach((level, c) =>
          expect(Math.abs(data[(4 * 480 + x) * 3 + c]! - level)).toBeLessThanOrEqual(3)
        );
    });
  for (const [title, reason, still] of refused)
    await test.step(title, async () => {
      const { photo, report } = await finish(page, await still());
      expect(report.verdict).toBe('fail');
      expect(report.reasons).toContain(reason);
      expect(photo).toBeNull();
    });
});

/** A picture that stands before the camera until the shutter fires. */
async function stand(page: Page, buffer: Buffer) {
  await page.setInputFiles('input[type=file]', { name: 'still.jpg', mimeType: 'image/jpeg', buffer });
  const answer = await page.evaluate(() => window.gradframe!.shutter(60_000));
  expect(answer.ok, JSON.stringify(answer)).toBe(true);
  return answer.ok ? answer.value : undefined!;
}

test('hair over the ears is told before the shutter fires, ears that show are not', async ({ page }) => {
  await page.goto('/headless');
  await page.waitForFunction(() => window.gradframe !== undefined);
  const shown = await stand(page, await sitterJpeg());
  expect(shown).toMatchObject({ told: [], still: { verdict: 'pass' } });
  const hidden = await stand(page, await sitterJpeg({ hair: { style: 'long', overEars: true } }));
  expect(hidden.told).toEqual(['ears.hidden']);
  // It is told, and the photo taken all the same.
  expect(hidden.still!.objections.map(({ id }) => id)).toContain('ears.visible');
});
