import type { PhotoFiles } from '../files/files';
import { PhotoLeaving } from '../store/removals';
import type { SubmissionStore } from '../store/submissions';

export interface PhotoCustody {
  /**
   * Stores the photo, then runs the work that refers to it; when that fails and nothing refers to it, it is gone. Where
   * the work finds that the photo was removed meanwhile (`PhotoLeaving`), both are done again.
   */
  during<T>(sha256: string, photo: Uint8Array, work: () => Promise<T>): Promise<T>;
  /** Removes the photo unless something refers to it or is about to; whether it did. */
  drop(sha256: string): Promise<boolean>;
}

type Refers = Pick<SubmissionStore, 'refersTo' | 'removals'>;
const made = new WeakMap<PhotoFiles, PhotoCustody>();

/** The one that keeps these files: in one process, taking in and erasing know of each other without asking. */
export function photoCustody(files: PhotoFiles, store: Refers): PhotoCustody {
  const found = made.get(files) ?? make(files, store);
  made.set(files, found);
  return found;
}

const maxTries = 5;
/** Another's removal is waited for so long; it ends by itself before that, ms. */
const waitMs = { each: 50, all: 50_000 };

/** Writes the file, then the row; on failure the file is deleted: no row without its file, no orphaned file. */
function make(files: PhotoFiles, { refersTo, removals }: Refers): PhotoCustody {
  /** Requests in hand by photo: another's photo is never removed under it. */
  const inHand = new Map<string, number>();
  /** Photos that are being removed: who brings one of them waits. */
  const leaving = new Map<string, Promise<boolean>>();

  async function remove(sha256: string): Promise<boolean> {
    // Most of what a sweep asks for is referred to: that takes no transaction.
    if ((await refersTo(sha256)) || !(await removals.begin(sha256))) return false;
    await files.remove(sha256);
    await removals.end(sha256);
    return true;
  }
  function drop(sha256: string): Promise<boolean> {
    if (inHand.has(sha256)) return Promise.resolve(false);
    const going = (leaving.get(sha256) ?? remove(sha256)).finally(() => leaving.delete(sha256));
    leaving.set(sha256, going);
    return going;
  }
  /** Waits until whoever removes the photo has done so. @throws PhotoLeaving when that takes too long */
  async function left(sha256: string): Promise<void> {
    for (const until = Date.now() + waitMs.all; !(await removals.settle(sha256));) {
      if (Date.now() > until) throw new PhotoLeaving();
      await new Promise((resolve) => setTimeout(resolve, waitMs.each));
    }
  }
  async function put<T>(sha256: string, photo: Uint8Array, work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      await files.put(sha256, photo);
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof PhotoLeaving) || tries >= maxTries) throw error;
      }
      await left(sha256);
    }
  }
  return {
    drop,
    async during(sha256, photo, work) {
      inHand.set(sha256, (inHand.get(sha256) ?? 0) + 1);
      let failed = true;
      try {
        // Whoever removes it is told, not this one.
        await leaving.get(sha256)?.catch(() => false);
        const result = await put(sha256, photo, work);
        failed = false;
        return result;
      } finally {
        const others = inHand.get(sha256)! - 1;
        if (others) inHand.set(sha256, others);
        else inHand.delete(sha256);
        if (failed) await drop(sha256);
      }
    }
  };
}
