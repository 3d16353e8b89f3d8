import { studentNumberPattern } from '$lib/api/patterns';

/** Beginnings of files that systems and programs leave beside pictures. */
const litter = /(^|\/)(\.|~\$|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;
const pictureTypes = /\.(jpe?g|png|webp|heic|heif|avif|bmp|gif|tiff?)$/i;
const sheetTypes = /\.(csv|tsv|txt|xlsx?)$/i;

/** What a file of a drop is: a picture, a sheet that may map names to numbers, or neither. */
export function kindOf(path: string): 'picture' | 'sheet' | 'other' {
  if (litter.test(path)) return 'other';
  if (pictureTypes.test(path)) return 'picture';
  return sheetTypes.test(path) ? 'sheet' : 'other';
}

/** A file's name without folders and extension, with full-width letters and digits as plain ones. */
export const stemOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .normalize('NFKC')
    .trim();

/**
 * What in a picture's name may be a student number, likeliest first: the whole of it, then its parts between separators
 * and Chinese letters, the longer ones first.
 */
export function numbersIn(path: string): string[] {
  const stem = stemOf(path);
  const parts = stem.split(/[^A-Za-z0-9]+/).filter((part) => /\d{4}/.test(part));
  const all = [stem, ...parts.sort((a, b) => b.length - a.length)];
  return [...new Set(all)].filter((part) => studentNumberPattern.test(part)).slice(0, 4);
}
