import type { PhotoFiles } from '../files/files';
import type { SubmissionStore } from '../store/submissions';

export interface Keeping {
  /** Stores the photo, then runs the work that refers to it; when that fails and nothing refers to it, it is gone. */
  during<T>(sha256: string, photo: Uint8Array, work: () => Promise<T>): Promise<T>;
  /** Removes the photo unless something refers to it or is about to; whether it did. */
  drop(sha256: string): Promise<boolean>;
}

type Refers = Pick<SubmissionStore, 'refersTo'>;
const made = new WeakMap<PhotoFiles, Keeping>();

/** The one that keeps these files: taking in and erasing must know of each other. */
export function keeping(files: PhotoFiles, store: Refers): Keeping {
  const found = made.get(files) ?? make(files, store);
  made.set(files, found);
  return found;
}

/** Writes the file, then the row, and deletes the file where the row fails: no dangling rows, no orphaned files. */
function make(files: PhotoFiles, store: Refers): Keeping {
  /** Requests in hand by photo: another's photo is never removed under it. */
  const inHand = new Map<string, number>();
  /** Photos that are being removed: who brings one of them waits. */
  const leaving = new Map<string, Promise<boolean>>();

  async function remove(sha256: string): Promise<boolean> {
    if (await store.refersTo(sha256)) return false;
    await files.remove(sha256);
    return true;
  }
  function drop(sha256: string): Promise<boolean> {
    if (inHand.has(sha256)) return Promise.resolve(false);
    const going = (leaving.get(sha256) ?? remove(sha256)).finally(() => leaving.delete(sha256));
    leaving.set(sha256, going);
    return going;
  }
  return {
    drop,
    async during(sha256, photo, work) {
      inHand.set(sha256, (inHand.get(sha256) ?? 0) + 1);
      let failed = true;
      try {
        // Whoever removes it is told, not this one.
        await leaving.get(sha256)?.catch(() => false);
        await files.put(sha256, photo);
        const result = await work();
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
