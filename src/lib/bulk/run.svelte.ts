import { SvelteMap } from 'svelte/reactivity';
import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { debugLog } from '$lib/log/debug-log';
import { Crew, mostWorkers } from './crew';
import { BulkFinisher } from './finisher';
import { keepItem, type BulkItem, type BulkRun } from './kept';
import { finishOne, type Ended } from './one';
import { Rate } from './rate';
import type { SourcePicture } from './source';

/** GB, where the browser tells it, and never more than 8. */
const memoryGb = () => (navigator as { deviceMemory?: number }).deviceMemory;

/** Finishes and submits the pictures of a run on this device, by as many workers as pay. */
export class BulkRunner {
  readonly run: BulkRun;
  readonly items = new SvelteMap<string, BulkItem>();
  readonly #campaign: PublicCampaign;
  readonly #rate = new Rate();
  readonly #crew = new Crew(mostWorkers(navigator.hardwareConcurrency || 1, memoryGb()), performance.now());
  /** The next one last. */
  #waiting: SourcePicture[] = [];
  #lanes: Promise<void>[] = [];
  #stop = new AbortController();
  working = $state(false);
  workers = $state(0);
  /** The connection does not carry, or the endpoint does not answer: tried again by itself. */
  trouble = $state<string | null>(null);
  perMinute = $state<number | null>(null);

  constructor(run: BulkRun, items: readonly BulkItem[], campaign: PublicCampaign) {
    this.run = run;
    this.#campaign = campaign;
    for (const item of items) this.items.set(item.path, item);
  }

  readonly counts = $derived.by(() => {
    const counts = { all: this.items.size, waiting: 0, sent: 0, failed: 0 };
    for (const { state } of this.items.values()) counts[state === 'sending' ? 'waiting' : state]++;
    return counts;
  });

  /** Null where it is not known yet. */
  get secondsLeft(): number | null {
    return this.perMinute ? Math.round((60 * this.counts.waiting) / this.perMinute) : null;
  }

  /** Where the pictures are read; answers how many of those that wait are not among them. */
  provide(pictures: readonly SourcePicture[]): number {
    const isOpen = ({ state }: BulkItem) => state === 'waiting' || state === 'sending';
    this.#waiting = pictures
      .filter(({ path, size }) => {
        const item = this.items.get(path);
        return item?.size === size && isOpen(item);
      })
      .sort((a, b) => (a.path < b.path ? 1 : -1));
    return [...this.items.values()].filter(isOpen).length - this.#waiting.length;
  }

  /** Works until nothing waits, or `pause`. */
  async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.#stop = new AbortController();
    this.#crew.resume(performance.now());
    this.#rate.pause();
    this.#fill();
    while (this.#lanes.length) await Promise.race(this.#lanes);
    this.working = false;
  }

  /** What is in hand is left, and done anew. */
  pause(): void {
    this.#stop.abort();
  }

  /** As many lanes as are wanted now. */
  #fill(): void {
    const { signal } = this.#stop;
    while (!signal.aborted && this.#lanes.length < this.#crew.count && this.#waiting.length) {
      const lane = this.#lane(signal).finally(() => {
        this.#lanes = this.#lanes.filter((one) => one !== lane);
        this.workers = this.#lanes.length;
      });
      this.#lanes.push(lane);
    }
    this.workers = this.#lanes.length;
  }

  async #lane(signal: AbortSignal): Promise<void> {
    const finisher = new BulkFinisher();
    try {
      while (!signal.aborted && this.#lanes.length <= this.#crew.count) {
        const source = this.#waiting.pop();
        if (!source) return;
        const ended = await this.#one(source, finisher, signal);
        if (!ended) {
          this.#waiting.push(source);
          continue;
        }
        await this.#keep({ ...this.items.get(source.path)!, ...ended });
        this.perMinute = this.#rate.done(performance.now());
        this.#crew.done(performance.now());
        this.#fill();
      }
    } catch (error) {
      // Nothing can be kept any more: going on would do things twice.
      debugLog.error('bulk.keep', error);
      this.trouble = 'bulk.noStorage';
      this.pause();
    } finally {
      finisher.dispose();
    }
  }

  async #one(source: SourcePicture, finisher: BulkFinisher, signal: AbortSignal): Promise<Ended | null> {
    try {
      return await finishOne(this.items.get(source.path)!, source, {
        run: this.run,
        campaign: this.#campaign,
        finisher,
        signal,
        keep: (item) => this.#keep(item),
        trouble: (code) => (this.trouble = code),
        tooMany: () => {
          this.#crew.tooMany();
          return this.#lanes.length > 1;
        }
      });
    } catch (error) {
      debugLog.warn('bulk.picture', error);
      return { state: 'failed', verdict: null, reasons: ['error.core.bug'] };
    }
  }

  async #keep(item: BulkItem): Promise<void> {
    await keepItem(item);
    this.items.set(item.path, item);
  }
}
