/** A page with Playwright's words for what the journey and the specs ask, over any protocol that drives a tab. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GivenFile, JourneyPage } from '../journey-page';
import { DrivenSpot } from './spot';
import type { Tab } from './tab';
import { until } from './until';

export class DrivenPage implements JourneyPage {
  readonly #tab: Tab;
  readonly #origin: string;

  /** @param origin what addresses without one are of */
  constructor(tab: Tab, origin: string) {
    this.#tab = tab;
    this.#origin = origin;
  }

  async goto(address: string): Promise<void> {
    await this.#tab.goto(new URL(address, this.#origin).href);
  }

  async goBack(): Promise<void> {
    await this.#tab.back();
  }

  /** As a reload by hand: the service worker answers, where there is one. */
  async reload(): Promise<void> {
    await this.evaluate(() => {
      document.documentElement.dataset.old = '';
      setTimeout(() => location.reload());
    });
    await until('the page is there again', () =>
      this.evaluate(() => document.readyState === 'complete' && !('old' in document.documentElement.dataset))
    );
  }

  async waitForURL(address: RegExp, { timeout }: { timeout?: number } = {}): Promise<void> {
    try {
      await until(`the address is ${address}`, async () => address.test(await this.url()), timeout);
    } catch (cause) {
      const words = await this.locator('body').innerText();
      throw new Error(`${(cause as Error).message}; at ${await this.url()} stands:\n${words}`, { cause });
    }
  }

  url(): Promise<string> {
    return this.evaluate(() => location.href);
  }

  locator(selector: string): DrivenSpot {
    return new DrivenSpot(this, selector);
  }

  getByTestId(id: string): DrivenSpot {
    return this.locator(`[data-testid="${id}"]`);
  }

  /** Calls a function in the page, which sees only what it is given; JSON goes in and comes out. */
  async evaluate<Given extends unknown[], Answer>(
    call: (...given: Given) => Answer | Promise<Answer>,
    ...given: Given
  ): Promise<Answer> {
    const done = `(async () => JSON.stringify([await (${call})(...${JSON.stringify(given)})]))()`;
    const answer = await this.#tab.evaluate(done);
    return (answer === null ? [undefined] : JSON.parse(answer))[0] as Answer;
  }

  tap(x: number, y: number): Promise<void> {
    return this.#tab.tap(x, y);
  }

  /** @param key a name in `KeyboardEvent.key`, or a character */
  press(key: string): Promise<void> {
    return this.#tab.key(keyCodes[key] ?? key);
  }

  async choose(selector: string, { name, buffer }: GivenFile): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'gradframe-file-'));
    try {
      const path = join(folder, name);
      await writeFile(path, buffer);
      await this.#tab.choose(selector, path);
      // Read before it is gone: pages take the file's bytes when they please.
      this.#given.push(folder);
    } catch (error) {
      await rm(folder, { recursive: true });
      throw error;
    }
  }

  /** Folders of files that the page was given, which it may still read. */
  readonly #given: string[] = [];

  /** Removes the files that the page was given. */
  async forget(): Promise<void> {
    await Promise.all(this.#given.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keyCodes: Record<string, string> = { Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C' };
