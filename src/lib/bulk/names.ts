import { studentNumberPattern } from '$lib/api/patterns';

/** Files that systems and programs leave beside pictures. */
const litter =
  /(^|\/)(\.|~\$|__MACOSX\/|@eaDir\/|\$RECYCLE\.BIN\/|(eh)?thumbs\.db$|desktop\.ini$|picasa\.ini$|zbthumbnail\.info$)/i;
const pictureTypes = /\.(jpe?g|jpe|jfif|png|webp|heic|heif|avif|bmp|gif|tiff?)$/i;
/** What a camera or an editor keeps beside the picture; no browser reads it. */
const rawTypes = /\.(cr[23]|crw|nef|nrw|arw|srf|sr2|raf|orf|rw2|pef|srw|x3f|dng|raw|psd|psb)$/i;
const archiveTypes = /\.(zip|zipx|rar|7z|tar|t?gz|z\d\d)$/i;
const sheetTypes = /\.(csv|tsv|txt|xlsx?)$/i;

/** What a file is by its name. `raw`: a picture that no browser reads; `litter`: nothing that anybody brought in. */
export type FileKind = 'picture' | 'raw' | 'archive' | 'sheet' | 'other' | 'litter';

/** What a file of a drop is. @param path in the folder or ZIP, parted by `/` */
export function kindOf(path: string): FileKind {
  if (litter.test(path)) return 'litter';
  if (pictureTypes.test(path)) return 'picture';
  if (rawTypes.test(path)) return 'raw';
  if (archiveTypes.test(path)) return 'archive';
  if (sheetTypes.test(path)) return 'sheet';
  // Some cameras' and phones' programs leave the type out; the content tells it.
  return !lastOf(path).includes('.') && numbersIn(path).length > 0 ? 'picture' : 'other';
}

/** By its name alone. */
export const isZip = (path: string): boolean => /\.zip$/i.test(path);

/** A path's last part. */
export const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A name without the type of a picture; another point in it is part of the name. */
export const withoutType = (name: string): string => name.replace(pictureTypes, '').replace(rawTypes, '');

/** A file's name without folders and extension, with full-width letters and digits as plain ones. */
export const stemOf = (path: string): string => withoutType(lastOf(path)).normalize('NFKC').trim();

/**
 * What in a picture's name may be a student number, likeliest first: the whole of it, then its parts between separators
 * and Chinese letters, the longer ones first.
 */
export function numbersIn(path: string): string[] {
  const stem = stemOf(path);
  const parts = stem.split(/[^A-Za-z0-9]+/).filter((part) => /\d{4}/.test(part));
  const all = [stem, ...parts.sort((a, b) => b.length - a.length)];
  return [...new Set(all)].filter((part) => studentNumberPattern.test(part) && /\d/.test(part)).slice(0, 4);
}

/** The numbers as they are, and with all their letters large or small: people write them either way. */
export const inEitherCase = (numbers: readonly string[]): string[] => [
  ...new Set(numbers.flatMap((one) => [one, one.toUpperCase(), one.toLowerCase()]))
];
