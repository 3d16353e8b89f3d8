/**
 * Where each photo of an export lies: a path of text and placeholders, as `{institution}/{studentNumber}.jpg`. Shared by
 * the console, which previews it, and the endpoint.
 */

/** What a photo's path may be made of. */
export interface LayoutValues {
  /** The institution's code. */
  institution: string;
  institutionName: string;
  /** The campaign's code. */
  code: string;
  /** '' where the student has none. */
  class: string;
  studentNumber: string;
  name: string;
}

export const placeholders: readonly (keyof LayoutValues)[] = [
  'institution',
  'institutionName',
  'code',
  'class',
  'studentNumber',
  'name'
];

/** Those that are offered by name; the first is the registry's. */
export const layouts = {
  institution: '{institution}/{studentNumber}.jpg',
  class: '{institution}/{class}/{studentNumber}.jpg',
  code: '{code}/{studentNumber}.jpg'
} as const;

export const maxLayoutLength = 200;
const maxFolders = 4;
/** UTF-16 units of one name, and of a path: Windows opens 260 with the folder it was unpacked into. */
const maxName = 80;
const maxPath = 180;

/** Why a layout cannot be used. */
export type LayoutFault = 'length' | 'unknown' | 'number' | 'ending' | 'folders' | 'letters';

/** The first thing that is wrong with a layout; null: nothing. */
export function faultOfLayout(layout: string): LayoutFault | null {
  if (layout.length === 0 || layout.length > maxLayoutLength) return 'length';
  const names = [...layout.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name!);
  if (names.some((name) => !(placeholders as readonly string[]).includes(name))) return 'unknown';
  const folders = layout.split('/');
  const file = folders.pop()!;
  if (!/\.jpe?g$/i.test(file)) return 'ending';
  if (!file.includes('{studentNumber}')) return 'number';
  if (folders.length > maxFolders) return 'folders';
  const plain = [...folders, file].map((part) => part.replace(/\{[^{}]*\}/g, 'x'));
  return plain.every((part) => part !== '' && part === safeName(part)) ? null : 'letters';
}

/** The path of one photo, without what any file system refuses; see `safeName`. */
export function pathIn(layout: string, values: LayoutValues): string {
  const parts = layout.split('/').map((part) => {
    const filled = part.replace(/\{(\w+)\}/g, (_, name: keyof LayoutValues) => values[name] || '_');
    return safeName(filled);
  });
  const path = parts.join('/');
  if (path.length <= maxPath) return path;
  // What stands in the file's name tells photos apart; folders give way.
  const file = parts.pop()!;
  const room = Math.max(8, Math.floor((maxPath - file.length) / Math.max(1, parts.length)) - 1);
  return [...parts.map((part) => safeName(part.slice(0, room))), file].join('/');
}

const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * A name that every file system takes, Windows and FAT too: composed letters (NFC); none of `<>:"/\|?*`, no control and
 * no invisible characters; no space or dot at an end; no device's name; of bounded length, the ending kept.
 */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- they are what is looked for
    .replace(/[<>:"/\\|?*\u0000-\u001f\u007f-\u009f]/g, '_')
    .replace(/\p{Cf}|\p{Co}|\p{Cs}|\p{Zl}|\p{Zp}/gu, '')
    .trim();
  const [, ending = ''] = /(\.[0-9A-Za-z]{1,5})$/.exec(plain) ?? [];
  const letters = Array.from(ending ? plain.slice(0, -ending.length) : plain);
  while (letters.join('').length + ending.length > maxName) letters.pop();
  const short = (letters.join('').trimEnd() + ending).replace(/[. ]+$/, '') || '_';
  return reserved.test(short) || short.startsWith('.') ? `_${short}` : short;
}
