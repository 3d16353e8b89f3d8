import { SvelteMap } from 'svelte/reactivity';
import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { debugLog } from '$lib/log/debug-log';
import { Crew, mostWorkers } from './crew';
import { BulkFinisher } from './finisher';
import { keepItem, type BulkItem, type BulkRun } from './kept';
import { isGone, type SourcePicture } from './found';
import { foundAgain } from './again';
import { finishOne, isReachable, type Ended } from './one';
import { Rate } from './rate';

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
  /** What holds the run up and is tried again by itself, as a text's key. */
  trouble = $state<string | null>(null);
  /** Why the run has stopped by itself, as a text's key. */
  stopped = $state<string | null>(null);
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
    const open = [...this.items.values()].filter(({ state }) => state === 'waiting' || state === 'sending');
    this.#waiting = foundAgain(open, pictures).sort((a, b) => (a.path < b.path ? 1 : -1));
    return open.length - this.#waiting.length;
  }

  /** Works until nothing waits, or `pause`. */
  async work(): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.trouble = this.stopped = null;
    this.#stop = new AbortController();
    this.#crew.resume(performance.now());
    this.#rate.pause();
    const { signal } = this.#stop;
    // A lane that ends gives back what it has: it is taken up by another, also when that was the last.
    do {
      this.#fill();
      while (this.#lanes.length) await Promise.race(this.#lanes);
    } while (this.#waiting.length && !signal.aborted);
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
        let ended = await this.#one(source, finisher, signal);
        if (ended === 'gone') ended = await this.#gone();
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
      this.#stopFor('bulk.noStorage');
    } finally {
      finisher.dispose();
    }
  }

  /** One file is out of reach: that file's matter while another can be read, else the disk's, and the run stops. */
  async #gone(): Promise<Ended | null> {
    const other = this.#waiting.at(-1);
    const isThere = other
      ? await other.open().then(isReachable, (error: unknown) => {
          debugLog.warn('bulk.gone', error);
          return !isGone(error);
        })
      : true;
    if (isThere) return { state: 'failed', verdict: null, reasons: ['bulk.reason.gone'] };
    this.#stopFor('bulk.gone');
    return null;
  }

  #stopFor(key: string): void {
    this.stopped = key;
    this.pause();
  }

  async #one(
    source: SourcePicture,
    finisher: BulkFinisher,
    signal: AbortSignal
  ): Promise<Ended | null | 'gone'> {
    try {
      return await finishOne(this.items.get(source.path)!, source, {
        run: this.run,
        campaign: this.#campaign,
        finisher,
        signal,
        keep: (item) => this.#keep(item),
        trouble: (key) => (this.trouble = key),
        refused: (key) => this.#stopFor(key),
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
