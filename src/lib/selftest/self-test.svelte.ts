import { photoCore } from '$lib/core/photo-core';
import type { SitterOptions } from '../../../workers/studio/options';
import { cleanFaults, cleanSitters } from './clean';
import { plot } from './plot';
import { frame, question, readingOf } from './reading';
import { Studio } from './studio';
import type { Drawing } from './studio.worker';
import { faults, series, type Reading, type Sample, type Sweep } from './sweep';

/** What one part of the test found: what is wrong, one line each, and a plot for each curve as an SVG's address. */
export interface Outcome {
  faults: string[];
  plots: { name: string; url: string }[];
}

/** Draws sitters in a worker and has the image core measure them; one part of the test at a time. */
export class SelfTest {
  /** By the part's id. */
  outcomes = $state<Record<string, Outcome>>({});
  /** The part under way and how much of it is done, 0…1. */
  running = $state<{ id: string; share: number } | null>(null);
  /** Code of the error that stopped the last part. */
  trouble = $state<string | null>(null);
  readonly #studio = new Studio();
  #stop = new AbortController();

  async sweep(sweep: Sweep): Promise<void> {
    await this.#run(sweep.id, async () => {
      const samples: Sample[] = [];
      for (const value of sweep.values) {
        const { truth, reading } = await this.#measure(sweep.sitter(value), sweep.force ?? false);
        samples.push({ value, truth: truth as Sample['truth'], reading });
        this.#advance(samples.length / sweep.values.length);
      }
      const plots = series(sweep, samples).map((one) => ({
        name: one.curve.name,
        url: `data:image/svg+xml,${encodeURIComponent(plot(one, sweep.parameter))}`
      }));
      return { faults: faults(sweep, samples), plots };
    });
  }

  async clean(): Promise<void> {
    await this.#run('clean', async () => {
      const sitters = cleanSitters();
      const readings: { name: string; reading: Reading }[] = [];
      for (const { name, options } of sitters) {
        readings.push({ name, reading: (await this.#measure(options, false)).reading });
        this.#advance(readings.length / sitters.length);
      }
      return { faults: cleanFaults(readings), plots: [] };
    });
  }

  /** Ends the part under way and frees the drawing worker; a later part starts it anew. */
  stop(): void {
    this.#stop.abort();
    this.#studio.dispose();
  }

  async #run(id: string, part: () => Promise<Outcome>): Promise<void> {
    this.#stop = new AbortController();
    this.trouble = null;
    this.running = { id, share: 0 };
    try {
      await untilAborted(this.#prepare(), this.#stop.signal);
      this.outcomes[id] = await untilAborted(part(), this.#stop.signal);
    } catch (error) {
      if (!this.#stop.signal.aborted) this.trouble = error instanceof Error ? error.message : 'worker.dead';
    } finally {
      this.running = null;
    }
  }

  /** The rules of hair and of what is worn are asked of the labels. */
  async #prepare(): Promise<void> {
    const { signal } = this.#stop;
    const answer = await photoCore.loadLabels(undefined, { signal });
    if (!answer.ok) throw new Error(answer.code);
  }

  #advance(share: number): void {
    if (this.running) this.running.share = share;
  }

  async #measure(
    options: SitterOptions,
    force: boolean
  ): Promise<{ truth: Drawing['truth']; reading: Reading }> {
    const { image, truth } = await this.#studio.draw({ ...frame, ...options });
    const picture = await createImageBitmap(new ImageData(image.data, image.width, image.height));
    const answer = await photoCore.finish(picture, question(force), { signal: this.#stop.signal });
    if (!answer.ok) throw new Error(answer.code);
    return { truth, reading: readingOf(answer.value, image.height) };
  }
}

/** The work's answer, or a rejection as soon as it is called off. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
  return Promise.race([work, aborted]);
}
