/** Every spec here runs in each browser of its project, which begins with an empty profile and a server of its own. */
import { test as base, type TestType } from '@playwright/test';
import { startFirefox } from '../../scripts/lib/drive/firefox';
import { DrivenPage } from '../../scripts/lib/drive/page';
import { startDisplay } from '../../scripts/lib/drive/program';
import type { DrivenBrowser } from '../../scripts/lib/drive/tab';
import { startWebKit } from '../../scripts/lib/drive/webkit';
import { findDisplay, findFirefox, findWebKit } from '../../scripts/lib/other-browsers.mjs';
import { refused, startFront, type Front } from './front';

export type Engine = 'firefox' | 'webkit';

export interface DrawnCamera {
  /** What it shows from now on, also after a reload: one picture, standing still. */
  show(jpeg: Buffer): Promise<void>;
  /** The student says no. */
  refuse(): Promise<void>;
}

interface Fixtures {
  /** In a window that keeps nothing, as Firefox has them. */
  isPrivate: boolean;
  driven: DrivenBrowser;
  front: Front;
  page: DrivenPage;
  camera: DrawnCamera;
}

interface WorkerFixtures {
  engine: Engine;
  /** Undefined where a browser is missing. */
  display: string | undefined;
}

const cameraOf = (page: DrivenPage): DrawnCamera => {
  const name = (text: string) => page.evaluate((given) => void (window.name = given), text);
  return {
    show: (jpeg) => name(`data:image/jpeg;base64,${jpeg.toString('base64')}`),
    refuse: () => name(refused)
  };
};

const found = (engine: Engine) => (engine === 'firefox' ? findFirefox() : findWebKit()) && findDisplay();

// Playwright's own page, of which nothing is used here, has another type.
export const test = (base as unknown as TestType<object, object>).extend<Fixtures, WorkerFixtures>({
  engine: ['firefox', { option: true, scope: 'worker' }],
  display: [
    async ({ engine }, use) => {
      // Where everything is installed by the tests themselves, a missing browser is a failure.
      if (!found(engine) && !process.env.CI) return use(undefined);
      const screen = await startDisplay();
      await use(`:${screen.said}`);
      await screen.end();
    },
    { scope: 'worker' }
  ],
  isPrivate: [false, { option: true }],
  driven: async ({ engine, display, isPrivate }, use) => {
    test.skip(display === undefined, `${engine} or Xvfb is not installed`);
    const start = { display: display!, isPrivate };
    const driven = await (engine === 'firefox'
      ? startFirefox(findFirefox()!, start)
      : startWebKit(findWebKit()!, start));
    await use(driven);
    await driven.close();
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
  front: async ({}, use) => {
    const front = await startFront();
    await use(front);
    await front.stop();
  },
  page: async ({ driven, front }, use) => {
    const page = new DrivenPage(driven.tab, front.url);
    // The window keeps its name on one site only.
    await page.goto('/icon.svg');
    await use(page);
    await page.forget();
  },
  camera: async ({ page }, use) => use(cameraOf(page))
});
