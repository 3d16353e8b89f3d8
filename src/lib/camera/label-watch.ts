/**
 * What labelling the sitter shows before the shutter fires, while there is time to mend it: asked once everything else
 * passes, again while it warns, and anew in each run of frames.
 */
import type { Report } from '$workers/protocol';

/** Between an answer that warns and the next question: time to do something about it. */
const againMs = 700;
/** From the first frame of a run the shutter waits this long for an answer; the photo is then judged without. */
const patienceMs = 4000;

/** As of `photoCore.look`; null where nothing could be told. */
export type LookLabelled<Frame> = (frame: Frame) => Promise<Report | null>;

export class LabelWatch<Frame> {
  /** The model is on its way: asked once it is there. */
  coming = false;
  /** When the present run began; null outside one. */
  #since: number | null = null;
  #asked = false;
  #answeredAt = -Infinity;
  #pending = false;
  #report: Report | null = null;

  constructor(
    private readonly look: LookLabelled<Frame>,
    private readonly now: () => number
  ) {}

  /** Of the last answer in this run; `pass` before there is one. */
  get verdict(): Report['verdict'] {
    return this.#report?.verdict ?? 'pass';
  }

  /** Message key of what to mend; null when nothing is known of. */
  get advice(): string | null {
    return this.#report?.reasons[0] ?? null;
  }

  /** The shutter waits for the first answer of the run. */
  get awaited(): boolean {
    const waits = this.#since !== null && this.now() - this.#since < patienceMs;
    return waits && this.#report === null && (this.coming || this.#pending);
  }

  /** A frame passes every other rule. Whether it is to be asked about. */
  passes(): boolean {
    this.#since ??= this.now();
    if (this.#pending || this.coming) return false;
    return !this.#asked || (this.verdict === 'warn' && this.now() - this.#answeredAt >= againMs);
  }

  /** Hands a frame over. Rejects as `look`. */
  async ask(frame: Frame): Promise<void> {
    const run = (this.#since ??= this.now());
    this.#asked = this.#pending = true;
    let report: Report | null = null;
    try {
      report = await this.look(frame);
    } finally {
      this.#pending = false;
      // Of a run that has not ended meanwhile.
      if (this.#since === run) {
        this.#report = report;
        this.#answeredAt = this.now();
      }
    }
  }

  /** The run of frames has ended: what was seen in it no longer holds. */
  rest(): void {
    this.#since = null;
    this.#asked = false;
    this.#report = null;
  }
}
