/** Codes of the image core that are about the picture itself (workers/errors.ts): whoever tries, it is the same again. */
const ofPicture = /^(file\.(?!damaged$)|image\.|encode\.)/;
/** What this machine lacks, whatever picture it is given: another worker may have it. */
const ofWorker = /^(farm\.(browser|disk)|model\.load|file\.damaged|network\.captive|browser\.unfit)$/;

/**
 * Why a picture has no photo: `picture`, its own fault; `worker`, nothing that this worker does would succeed now; `try`,
 * to be tried again, and counted; null: it was finished.
 */
export function failureOf(code: string | null): 'picture' | 'worker' | 'try' | null {
  if (code === null) return null;
  if (ofPicture.test(code)) return 'picture';
  return ofWorker.test(code) ? 'worker' : 'try';
}
