/** Codes of the image core that are about the picture itself (workers/errors.ts): whoever tries, it is the same again. */
const ofPicture = /^(file\.(?!damaged$)|image\.|encode\.)/;

/** Why a picture has no photo: `picture`, its own fault, or `ours`, to be tried again; null: it was finished. */
export function failureOf(code: string | null): 'picture' | 'ours' | null {
  if (code === null) return null;
  return ofPicture.test(code) ? 'picture' : 'ours';
}
