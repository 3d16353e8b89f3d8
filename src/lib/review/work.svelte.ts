import { call } from './api';
import type { RejectionReason } from '$lib/api/contracts/reasons';
import { reviewApi, type ReviewItem, type Verdict } from '$lib/api/contracts/staff';

/** Photos held at once: the one looked at, and the one after it, so that the next is there at once. */
const ahead = 2;
/** Claims are renewed well before the shortest one ends by itself. */
const renewMs = 40_000;

/** Verdicts kept at hand, to be taken back. */
const kept = 20;
/** A longer pause between two verdicts is no work, ms. */
const pauseMs = 120_000;

interface Given {
  items: ReviewItem[];
  to: Verdict['to'];
  /** ms since 1970: until then the student does not hear of it. */
  until: number;
}

/** One verdict as it was given. */
export interface Recent {
  item: ReviewItem;
  to: Verdict['to'];
}

/** What is to become of one photo. */
export interface Decision {
  item: ReviewItem;
  to: Verdict['to'];
  reasons?: readonly RejectionReason[];
  /** To the student. */
  note?: string;
}

/** Of which photos the desk is filled. */
interface Wanted {
  campaign: string;
  class?: string;
  warnedFirst?: boolean;
}

/** What one reviewer has on the desk: photos nobody else gets, and the verdicts that may still be undone. */
export class Work {
  items = $state.raw<ReviewItem[]>([]);
  /** False until the server was asked. */
  loaded = $state(false);
  busy = $state(false);
  /** More is being asked for. */
  filling = $state(false);
  problem = $state<string | null>(null);
  skipped = $state.raw<string[]>([]);
  given = $state.raw<Given | null>(null);
  /** Whole seconds in which `given` may be undone. */
  secondsLeft = $state(0);
  /** The last verdict was taken back. */
  undone = $state(false);
  /** The last verdicts, the newest first: they may be taken back until they are exported. */
  recent = $state.raw<Recent[]>([]);
  /** Verdicts given here, by what they were. */
  counts = $state.raw({ approved: 0, rejected: 0 });
  /** Time between verdicts, of those that followed one another, ms. */
  #paces: number[] = [];
  #lastAt = Date.now();

  #wanted: Wanted;
  #size: number;
  #timer: ReturnType<typeof setInterval>;
  #renewedAt = Date.now();
  /** The desk being filled. What is decided meanwhile waits for it, so that its answer brings nothing back. */
  #filling: Promise<void> = Promise.resolve();
  /** What arrives from then on is given back. */
  #left = false;

  /** @param size how many photos the desk holds; 0: only what is laid on it */
  constructor(wanted: Wanted, size = ahead) {
    this.#wanted = wanted;
    this.#size = size;
    this.#timer = setInterval(() => this.#tick(), 250);
  }

  get current(): ReviewItem | null {
    return this.items[0] ?? null;
  }

  /** Takes what is needed to have the desk full. */
  fill(): Promise<void> {
    return (this.#filling = this.#filling.then(() => this.#fill()));
  }

  async #fill(): Promise<void> {
    if (this.#size === 0 || this.#left) return;
    this.filling = true;
    const answer = await call(reviewApi.claim, {
      body: { ...this.#wanted, limit: this.#size, skip: this.skipped }
    });
    this.filling = false;
    this.loaded = true;
    if (!answer.ok) {
      this.problem = answer.code;
      return;
    }
    if (this.#left) return giveBack(answer.value);
    const fresh = answer.value.filter(({ id }) => !this.items.some((item) => item.id === id));
    this.items = [...this.items, ...fresh].slice(0, Math.max(this.#size, this.items.length));
  }

  /** Gives the same verdict to some of the photos. */
  decide(
    items: readonly ReviewItem[],
    to: Verdict['to'],
    reasons: readonly RejectionReason[] = [],
    note = ''
  ): Promise<void> {
    return this.give(items.map((item) => ({ item, to, reasons, note })));
  }

  /** Gives each photo its own verdict, all at once. */
  async give(decisions: readonly Decision[]): Promise<void> {
    if (this.busy || decisions.length === 0) return;
    this.busy = true;
    this.undone = false;
    const verdicts = decisions.map(({ item: { id }, to, reasons = [], note }): Verdict =>
      to === 'rejected' ? { id, to, reasons: [...reasons], ...(note && { note }) } : { id, to }
    );
    await this.#filling;
    const answer = await call(reviewApi.decide, { body: { verdicts } });
    if (answer.ok) {
      const { done, failed, forAdmin, unpaid, undoSeconds } = answer.value;
      // What somebody else has by now is off this desk too.
      const off = [...done, ...failed];
      this.items = this.items.filter(({ id }) => !off.includes(id));
      const until = Date.now() + undoSeconds * 1000;
      const given = decisions.filter(({ item }) => done.includes(item.id));
      this.given = given.length ? { items: given.map(({ item }) => item), to: given[0]!.to, until } : null;
      this.#note(given);
      if (unpaid.length) this.problem = 'review.unpaid';
      else this.problem = forAdmin.length ? 'review.second' : failed.length ? 'review.taken' : null;
      this.#tick();
      // The next photo is here already: nobody waits for the one after it.
      void this.fill();
    } else this.problem = answer.code;
    this.busy = false;
  }

  #note(given: readonly Recent[]): void {
    if (!given.length) return;
    this.recent = [...given, ...this.recent].slice(0, kept);
    const counts = { ...this.counts };
    for (const { to } of given) counts[to]++;
    this.counts = counts;
    const now = Date.now();
    const took = now - this.#lastAt;
    if (took < pauseMs) this.#paces = [...this.#paces, took / given.length].slice(-50);
    this.#lastAt = now;
  }

  /** What a photo takes here on average, ms; null before there is anything to tell by. */
  get pace(): number | null {
    if (this.#paces.length < 5) return null;
    return this.#paces.reduce((sum, one) => sum + one, 0) / this.#paces.length;
  }

  /** Takes the last verdicts back: their photos are on the desk again, first. */
  async undo(): Promise<void> {
    const last = this.given?.items ?? this.recent.slice(0, 1).map(({ item }) => item);
    await this.takeBack(last);
  }

  /** Takes verdicts back: those photos are on the desk again, first. */
  async takeBack(items: readonly ReviewItem[]): Promise<void> {
    if (this.busy || items.length === 0) return;
    this.busy = true;
    await this.#filling;
    const answer = await call(reviewApi.undo, { body: { ids: items.map(({ id }) => id) } });
    if (answer.ok) {
      const back = items.filter(({ id }) => answer.value.done.includes(id));
      if (this.#left) return giveBack(back);
      this.items = [...back, ...this.items];
      this.problem = answer.value.failed.length ? 'review.tooLate' : null;
      this.undone = back.length > 0;
      const ids = items.map(({ id }) => id);
      const counts = { ...this.counts };
      for (const { item, to } of this.recent) if (back.includes(item)) counts[to]--;
      this.counts = counts;
      this.recent = this.recent.filter(({ item }) => !ids.includes(item.id));
      this.given = null;
    } else this.problem = answer.code;
    this.busy = false;
  }

  /** Puts the current one back into the queue, for others, and goes on. */
  async skip(): Promise<void> {
    const { current } = this;
    if (!current || this.busy) return;
    this.busy = true;
    this.undone = false;
    await this.#filling;
    const answer = await call(reviewApi.release, { body: { ids: [current.id] } });
    if (answer.ok) {
      this.problem = null;
      this.skipped = [...this.skipped, current.id].slice(-500);
      this.items = this.items.filter(({ id }) => id !== current.id);
      void this.fill();
    } else this.problem = answer.code;
    this.busy = false;
  }

  async again(): Promise<void> {
    this.skipped = [];
    this.problem = null;
    await this.fill();
  }

  /** Gives back what is held; also when the page is being closed. */
  leave(): void {
    clearInterval(this.#timer);
    this.#left = true;
    giveBack(this.items);
    this.items = [];
  }

  #tick(): void {
    this.secondsLeft = this.given ? Math.max(0, Math.ceil((this.given.until - Date.now()) / 1000)) : 0;
    if (this.given && this.secondsLeft === 0) this.given = null;
    if (Date.now() - this.#renewedAt < renewMs || document.visibilityState !== 'visible') return;
    this.#renewedAt = Date.now();
    for (const { id } of this.items) void this.#renew(id);
  }

  async #renew(id: string): Promise<void> {
    const answer = await call(reviewApi.claim, { body: { id } });
    if (answer.ok || answer.code !== 'review.taken' || this.busy) return;
    if (!this.items.some((item) => item.id === id)) return;
    this.items = this.items.filter((item) => item.id !== id);
    this.problem = answer.code;
    await this.fill();
  }
}

/** Puts photos back into the queue, for others; also when the page is being closed. */
export function giveBack(items: readonly ReviewItem[]): void {
  const ids = items.map(({ id }) => id);
  if (ids.length) void call(reviewApi.release, { body: { ids }, keepalive: true });
}
