import { debugLog } from '$lib/log/debug-log';
import { onChange, tellChange } from '$lib/storage/changes';
import { emptyDraft, type Draft } from './draft';
import { changeDraft, readDraft } from './draft-store';
import { go } from './go';
import { currentStep, redirectFor } from './steps';

/** The one draft in progress: in memory for the pages, on the device for the next visit. */
class Session {
  #draft = $state.raw<Draft>(emptyDraft);
  /** False until the device was asked. */
  loaded = $state(false);
  /** False when nothing can be kept on this device: the pages then say so. */
  kept = $state(true);
  /** False on a kiosk: the draft lives in memory alone. */
  #lasting = true;
  /** Changes not yet on the device; while there are some, memory is ahead of it. */
  #pending = 0;
  #saving: Promise<void> = Promise.resolve();

  get draft(): Draft {
    return this.#draft;
  }

  /**
   * Resumes what was done before, and follows what other tabs do; call once in the browser.
   *
   * @param lasting false where nothing of a student may be kept
   */
  async load(lasting: boolean): Promise<void> {
    this.#lasting = lasting;
    await this.refresh();
    this.loaded = true;
    if (lasting) onChange(() => void this.refresh());
  }

  /** Takes over what stands on the device now. */
  async refresh(): Promise<void> {
    if (!this.#lasting) return;
    try {
      await this.#saving;
      const stored = await readDraft();
      if (this.#pending === 0 && this.kept) this.#draft = stored;
    } catch (error) {
      debugLog.warn('storage.read', error);
      this.kept = false;
    }
  }

  /** Changes the draft; answers when it is kept on the device (or could not be). */
  update(patch: Partial<Draft>): Promise<void> {
    this.#draft = { ...this.#draft, ...patch };
    if (!this.#lasting) return Promise.resolve();
    this.#pending++;
    this.#saving = this.#saving.then(() => this.#write(patch));
    return this.#saving;
  }

  /** Changes the draft and goes on to the first step that is not done. */
  async advance(patch: Partial<Draft>): Promise<void> {
    await this.update(patch);
    await go(currentStep(this.#draft).path);
  }

  /** Forgets everything of this student. */
  reset(): Promise<void> {
    return this.update(emptyDraft);
  }

  /** Where a visitor of `path` has to be sent, or null. */
  redirect(path: string): string | null {
    return redirectFor(path, this.#draft);
  }

  async #write(patch: Partial<Draft>): Promise<void> {
    try {
      const stored = await changeDraft(patch);
      if (--this.#pending === 0 && this.kept) this.#draft = stored;
      tellChange();
    } catch {
      // Private window or full disk: the visit goes on in memory.
      this.#pending--;
      this.kept = false;
    }
  }
}

export const session = new Session();
