import { goto } from '$app/navigation';
import { database } from '$lib/storage/database';
import { emptyDraft, type Draft } from './draft';
import { currentStep, redirectFor } from './steps';

/** Tells other tabs of this browser that the draft has changed. */
const channelName = 'gradframe.draft';

/** The one draft in progress: in memory for the pages, on the device for the next visit. */
class Session {
  #draft = $state.raw<Draft>(emptyDraft);
  /** False until the device was asked. */
  loaded = $state(false);
  /** False when nothing can be kept on this device: the pages then say so. */
  kept = $state(true);
  #saving: Promise<void> = Promise.resolve();
  #channel: BroadcastChannel | undefined;

  get draft(): Draft {
    return this.#draft;
  }

  /** Resumes what was done before; call once in the browser. */
  async load(): Promise<void> {
    await this.#read();
    this.loaded = true;
    this.#channel = new BroadcastChannel(channelName);
    this.#channel.onmessage = () => void this.#read();
  }

  /** Changes the draft; answers when it is kept on the device (or could not be). */
  update(patch: Partial<Draft>): Promise<void> {
    this.#draft = { ...this.#draft, ...patch };
    this.#saving = this.#saving.then(() => this.#write(this.#draft));
    return this.#saving;
  }

  /** Changes the draft and goes on to the first step that is not done. */
  async advance(patch: Partial<Draft>): Promise<void> {
    await this.update(patch);
    await goto(currentStep(this.#draft).path);
  }

  /** Forgets everything of this student. */
  reset(): Promise<void> {
    return this.update(emptyDraft);
  }

  /** Where a visitor of `path` has to be sent, or null. */
  redirect(path: string): string | null {
    return redirectFor(path, this.#draft);
  }

  async #read(): Promise<void> {
    try {
      this.#draft = { ...emptyDraft, ...(await (await database()).get('draft', 'current')) };
    } catch {
      this.kept = false;
    }
  }

  async #write(draft: Draft): Promise<void> {
    try {
      await (await database()).put('draft', draft, 'current');
      this.#channel?.postMessage(null);
    } catch {
      // Private window or full disk: the visit goes on in memory.
      this.kept = false;
    }
  }
}

export const session = new Session();
