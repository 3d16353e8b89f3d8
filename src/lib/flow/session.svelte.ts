import { debugLog } from '$lib/log/debug-log';
import { within } from '$lib/platform/within';
import { onChange, tellChange } from '$lib/storage/changes';
import { emptyDraft, type Draft } from './draft';
import { changeDraft, readDraft } from './draft-store';
import { navigate } from './navigate';
import { currentStep, redirectFor } from './steps';

/** A page waits for so long until a change is on the device; it is written all the same. */
const patienceMs = 4_000;
/** Until the next try to keep what could not be kept: doubling. */
const [firstMs, longestMs] = [1_000, 30_000];

/** The one draft in progress: in memory for the pages, on the device for the next visit. */
class Session {
  #draft = $state.raw<Draft>(emptyDraft);
  /** False until the device was asked. */
  loaded = $state(false);
  /** False while changes cannot be kept on this device: the pages say so, and it is tried again by itself. */
  kept = $state(true);
  /** False on a kiosk: the draft lives in memory alone. */
  #lasting = true;
  /** Changes not yet on the device; while there are some, memory is ahead of it. */
  #waiting: Partial<Draft> = {};
  #saving: Promise<void> = Promise.resolve();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  get draft(): Draft {
    return this.#draft;
  }

  /** Something would be lost if the page were closed now. */
  get unsaved(): boolean {
    return !this.kept && this.#draft.mode !== null && !isEmpty(this.#waiting);
  }

  /**
   * Resumes what was done before, and follows what other tabs do; call once in the browser.
   *
   * @param lasting false where nothing of a student may be kept
   * @param opened false where the device's storage has not opened: nothing is waited for
   */
  async load(lasting: boolean, opened: boolean): Promise<void> {
    this.#lasting = lasting;
    if (opened) await this.refresh();
    else if (lasting) this.#failed(new Error('the storage has not opened'));
    this.loaded = true;
    if (lasting) onChange(() => void this.refresh());
  }

  /** Takes over what stands on the device now. */
  async refresh(): Promise<void> {
    if (!this.#lasting) return;
    try {
      await this.#saving;
      const stored = await readDraft();
      if (isEmpty(this.#waiting)) this.#draft = stored;
      this.#kept();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Changes the draft; answers when it is kept on the device, or could not be so far. */
  async update(patch: Partial<Draft>): Promise<void> {
    this.#draft = { ...this.#draft, ...patch };
    if (!this.#lasting) return;
    this.#waiting = { ...this.#waiting, ...patch };
    const keeping = this.keep();
    // Nothing more is waited for while it is known to be off.
    if (!this.kept) return;
    try {
      await within(patienceMs, keeping);
    } catch {
      // the page goes on; the write does too
      this.kept = false;
    }
  }

  /** Writes what is not on the device yet; where that fails it is tried again by itself. */
  keep(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#write());
    return this.#saving;
  }

  /** Changes the draft and goes on to the first step that is not done. */
  async advance(patch: Partial<Draft>): Promise<void> {
    await this.update(patch);
    await navigate(currentStep(this.#draft).path);
  }

  /** Forgets everything of this student. */
  reset(): Promise<void> {
    return this.update(emptyDraft);
  }

  /** Where a visitor of `path` has to be sent, or null. */
  redirect(path: string): string | null {
    return redirectFor(path, this.#draft);
  }

  async #write(): Promise<void> {
    const patch = this.#waiting;
    if (isEmpty(patch)) return this.kept ? undefined : this.#reread();
    this.#waiting = {};
    try {
      const stored = await write(patch);
      if (isEmpty(this.#waiting)) this.#draft = stored;
      this.#kept();
      tellChange();
    } catch (error) {
      this.#waiting = { ...patch, ...this.#waiting };
      this.#failed(error);
    }
  }

  /** Nothing waits, and the last read failed. */
  async #reread(): Promise<void> {
    try {
      const stored = await readDraft();
      if (isEmpty(this.#waiting)) this.#draft = stored;
      this.#kept();
    } catch (error) {
      this.#failed(error);
    }
  }

  #kept(): void {
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.kept = isEmpty(this.#waiting);
  }

  /** Private window, full disk, or a connection that the system has cut: the visit goes on in memory meanwhile. */
  #failed(error: unknown): void {
    debugLog.warn('storage.off', error);
    this.kept = false;
    clearTimeout(this.#timer);
    const delay = Math.min(longestMs, firstMs * 2 ** this.#failures++);
    this.#timer = setTimeout(() => void this.keep(), delay);
  }
}

const isEmpty = (patch: Partial<Draft>) => Object.keys(patch).length === 0;

/** Where there is no room for all, the picture kept for comparison is left out. */
async function write(patch: Partial<Draft>): Promise<Draft> {
  try {
    return await changeDraft(patch);
  } catch (error) {
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    if (!full || !patch.shot?.before) throw error;
    return changeDraft({ ...patch, shot: { ...patch.shot, before: null } });
  }
}

export const session = new Session();
