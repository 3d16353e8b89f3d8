import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import type { FinishOptions } from '../../workers/protocol';
import { coded } from '../../src/lib/server/farm/farm';
import { finishPicture, type PictureAnswer } from '../headless/photo';
import { browserArgs } from '../lib/browser.mjs';
import { browserMemory } from '../lib/browser-memory';

/** A page that takes longer over one picture has lost its way, ms. */
const pictureLimitMs = 120_000;
const closeLimitMs = 5_000;

interface Seat {
  page: Page | null;
  /** Finished in this page. */
  count: number;
}

export interface FinisherSettings {
  executablePath: string;
  /** Of the built app. */
  url: string;
  /** Pictures finished at once. */
  jobs: number;
  /** A page is replaced after so many: the memory of WASM never shrinks. */
  renew: number;
  /** False: without labelling the sitter, to measure what it costs. */
  labels?: boolean;
  /** What happened to pages and browser. */
  note(event: 'renewed' | 'restarted'): void;
}

/** The image core in one long-lived Chromium: a page for each job, replaced when it has grown or died. */
export class Finisher {
  readonly #settings: FinisherSettings;
  readonly #free: Seat[];
  readonly #waiting: ((seat: Seat) => void)[] = [];
  #context: Promise<BrowserContext> | null = null;
  #browser: Browser | null = null;
  #closed = false;

  constructor(settings: FinisherSettings) {
    this.#settings = settings;
    this.#free = Array.from({ length: settings.jobs }, () => ({ page: null, count: 0 }));
  }

  /**
   * Finishes the picture of a path when a page is free; `onBegin` is called then.
   *
   * @throws coded `farm.page` when the page died, `farm.slow` when it took too long: it is replaced, and the picture may be
   *   tried again; `farm.browser` when no page could be opened
   */
  async finish(
    path: string,
    options: Pick<FinishOptions, 'standard' | 'matte'>,
    onBegin: () => void = () => undefined
  ): Promise<PictureAnswer> {
    const seat = await this.#take();
    try {
      onBegin();
      const page = (seat.page ??= await this.#opened());
      const given: FinishOptions = {
        ...options,
        kind: 'still',
        force: false,
        emit: { alpha: false, overlay: false }
      };
      const finishing = finishPicture(page, given, path, this.#settings.labels).catch((cause: unknown) => {
        throw coded('farm.page', cause);
      });
      const answer = await within(pictureLimitMs, 'farm.slow', finishing);
      if (++seat.count >= this.#settings.renew) {
        this.#settings.note('renewed');
        await this.#leave(seat);
      }
      return answer;
    } catch (error) {
      await this.#leave(seat);
      throw error;
    } finally {
      this.#give(seat);
    }
  }

  /** Opens a page for each job, so that the first pictures find them open. */
  async warm(): Promise<void> {
    for (const seat of this.#free) seat.page ??= await this.#opened();
  }

  /** Whether its browser runs. */
  isWell = () => this.#browser?.isConnected() === true;

  /** Of its browser, all pages together, MB; 0 without one. */
  async memory(): Promise<number> {
    return this.#browser?.isConnected() ? browserMemory(this.#browser) : 0;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const closing = this.#browser?.close() ?? Promise.resolve();
    // One that does not close in time ends with this process: its pipe breaks.
    await within(closeLimitMs, 'farm.close', closing).catch(() => undefined);
  }

  #take(): Promise<Seat> {
    const seat = this.#free.pop();
    return seat ? Promise.resolve(seat) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(seat: Seat): void {
    const next = this.#waiting.shift();
    if (next) next(seat);
    else this.#free.push(seat);
  }

  async #leave(seat: Seat): Promise<void> {
    const { page } = seat;
    seat.page = null;
    seat.count = 0;
    if (!page) return;
    // A page that hangs does not close: the whole browser is ended then.
    await within(closeLimitMs, 'farm.close', page.close()).catch(async () => this.#browser?.close());
  }

  async #opened(): Promise<Page> {
    try {
      return await this.#open();
    } catch (cause) {
      throw coded('farm.browser', cause);
    }
  }

  async #open(): Promise<Page> {
    if (this.#closed) throw coded('farm.closed');
    this.#context ??= this.#launch();
    const page = await (await this.#context).newPage();
    await page.goto(`${this.#settings.url}/headless`);
    await page.waitForFunction(() => window.gradframe !== undefined);
    return page;
  }

  async #launch(): Promise<BrowserContext> {
    try {
      const browser = await chromium.launch({
        executablePath: this.#settings.executablePath,
        args: browserArgs,
        // The worker ends it itself, when what is in hand has been given back.
        handleSIGINT: false,
        handleSIGTERM: false
      });
      this.#browser = browser;
      browser.on('disconnected', () => {
        this.#context = null;
        if (!this.#closed) this.#settings.note('restarted');
      });
      return await browser.newContext({ serviceWorkers: 'block' });
    } catch (error) {
      this.#context = null;
      throw error;
    }
  }
}

/** @throws `code` when it takes longer */
async function within<T>(ms: number, code: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(coded(code)), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
