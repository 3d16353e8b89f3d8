import type { GivenFile, JourneySpot } from '../journey-page';
import { until } from './until';

interface Waiting {
  timeout?: number;
}

/** What an element needs of its page. */
interface Surface {
  evaluate<Given extends unknown[], Answer>(
    call: (...given: Given) => Answer | Promise<Answer>,
    ...given: Given
  ): Promise<Answer>;
  tap(x: number, y: number): Promise<void>;
  press(key: string): Promise<void>;
  choose(selector: string, file: GivenFile): Promise<void>;
}

/** The first element of a selector, looked for at each call. */
export class DrivenSpot implements JourneySpot {
  readonly #page: Surface;
  readonly #selector: string;

  constructor(page: Surface, selector: string) {
    this.#page = page;
    this.#selector = selector;
  }

  /** An element inside. */
  locator(selector: string): DrivenSpot {
    return new DrivenSpot(this.#page, `${this.#selector} ${selector}`);
  }

  /** Scrolls it into view and clicks its middle once it stands still there, enabled and with nothing over it. */
  async click({ timeout }: Waiting = {}): Promise<void> {
    await until(
      `a click reaches ${this.#selector}`,
      async () => {
        const place = await this.#page.evaluate(placeOf, this.#selector);
        if (!place) return false;
        await this.#page.tap(place.x, place.y);
        return this.#reached();
      },
      timeout
    );
  }

  /** Whether the click was this element's, or led to another document; a page that is busy takes it a little later. */
  async #reached(): Promise<boolean> {
    for (let asked = 0; asked < 20; asked++) {
      const taken = await this.#page.evaluate(() => document.documentElement.dataset.click);
      if (taken !== 'awaited') return taken !== 'elsewhere';
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }

  async check(): Promise<void> {
    if (!(await this.isChecked())) await this.click();
    await until(`${this.#selector} is ticked`, () => this.isChecked());
  }

  isChecked(): Promise<boolean> {
    return this.#page.evaluate(
      (selector) => document.querySelector<HTMLInputElement>(selector)?.checked === true,
      this.#selector
    );
  }

  /** Puts a text in place of what is there, as typed. */
  async fill(text: string): Promise<void> {
    await this.waitFor();
    await this.#page.evaluate(
      (selector, typed) => {
        const field = document.querySelector<HTMLInputElement>(selector)!;
        field.focus();
        field.select();
        document.execCommand(typed ? 'insertText' : 'delete', false, typed);
      },
      this.#selector,
      text
    );
    await until(`${this.#selector} holds the text`, async () => (await this.inputValue()) === text);
  }

  inputValue(): Promise<string | undefined> {
    return this.#page.evaluate(
      (selector) => document.querySelector<HTMLInputElement>(selector)?.value,
      this.#selector
    );
  }

  /** Chooses by value, as Playwright does: the list itself is the system's and out of a page's reach. */
  async selectOption(value: string): Promise<void> {
    await this.waitFor();
    await this.#page.evaluate(
      (selector, chosen) => {
        const list = document.querySelector<HTMLSelectElement>(selector)!;
        list.value = chosen;
        for (const type of ['input', 'change']) list.dispatchEvent(new Event(type, { bubbles: true }));
      },
      this.#selector,
      value
    );
  }

  async press(key: string): Promise<void> {
    await this.waitFor();
    await this.#page.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)!.focus(),
      this.#selector
    );
    await this.#page.press(key);
  }

  isVisible(): Promise<boolean> {
    return this.#page.evaluate(
      (selector) => document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) === true,
      this.#selector
    );
  }

  count(): Promise<number> {
    return this.#page.evaluate((selector) => document.querySelectorAll(selector).length, this.#selector);
  }

  innerText(): Promise<string> {
    return this.#page.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.innerText ?? '',
      this.#selector
    );
  }

  getAttribute(name: string): Promise<string | null> {
    return this.#page.evaluate(
      (selector, attribute) => document.querySelector(selector)?.getAttribute(attribute) ?? null,
      this.#selector,
      name
    );
  }

  waitFor({
    state = 'visible',
    timeout
  }: Waiting & { state?: 'attached' | 'visible' | 'detached' } = {}): Promise<void> {
    return until(
      `${this.#selector} is ${state}`,
      async () => {
        if (state === 'visible') return this.isVisible();
        return (await this.count()) > 0 === (state === 'attached');
      },
      timeout
    );
  }

  async setInputFiles(file: GivenFile): Promise<void> {
    await until(`${this.#selector} takes a file`, () =>
      this.#page.evaluate(
        (selector) => document.querySelector<HTMLInputElement>(selector)?.disabled === false,
        this.#selector
      )
    );
    await this.#page.choose(this.#selector, file);
  }
}

/**
 * In the page: the middle of the element's part in the window, null unless a click there reaches it. Where the next
 * click went is told by `data-click` of the document.
 */
async function placeOf(selector: string): Promise<{ x: number; y: number } | null> {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element || element.matches(':disabled')) return null;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { left, top, right, bottom } = element.getBoundingClientRect();
  if (left === right || left !== before.left || top !== before.top) return null;
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const own = (hit: Element | null) =>
    hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
  if (!own(document.elementFromPoint(x, y))) return null;
  const { dataset } = document.documentElement;
  dataset.click = 'awaited';
  addEventListener(
    'click',
    ({ target }) => (dataset.click = own(target as Element) ? 'taken' : 'elsewhere'),
    {
      capture: true,
      once: true
    }
  );
  return { x, y };
}
