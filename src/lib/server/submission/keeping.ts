import type { PhotoFiles } from '../files/files';
import type { SubmissionStore } from '../store/submissions';

export interface Keeping {
  /** Stores the photo, then runs the work that refers to it; when that fails and nothing refers to it, it is gone. */
  during<T>(sha256: string, photo: Uint8Array, work: () => Promise<T>): Promise<T>;
}

/** The file first, so that a row never refers to a photo that is not there; no file that no row refers to. */
export function keeping(files: PhotoFiles, store: SubmissionStore): Keeping {
  /** Requests in hand by photo: another's photo is never removed under it. */
  const inHand = new Map<string, number>();
  return {
    async during(sha256, photo, work) {
      inHand.set(sha256, (inHand.get(sha256) ?? 0) + 1);
      let failed = true;
      try {
        await files.put(sha256, photo);
        const result = await work();
        failed = false;
        return result;
      } finally {
        const others = inHand.get(sha256)! - 1;
        if (others) inHand.set(sha256, others);
        else inHand.delete(sha256);
        if (failed && !others && !(await store.refersTo(sha256)) && !inHand.has(sha256))
          await files.remove(sha256);
      }
    }
  };
}
