import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { UsageError } from './arguments';

/** A picture to work on: where it is, and what it is called in rows and output names. */
export interface InputFile {
  path: string;
  name: string;
}

/** What is picked up in a folder; a file named outright is always tried. */
const pictureTypes = new Set('.jpg .jpeg .jpe .jfif .png .webp .heic .heif .gif .bmp .avif'.split(' '));
/** What macOS and NAS devices lay beside a picture under its name and type. */
const litter = /(^|\/)(\._|__MACOSX\/|@eaDir\/)/;

/** Whether a name below a folder, parted by `/`, is a picture's. */
export const isPicture = (name: string) =>
  pictureTypes.has(extname(name).toLowerCase()) && !litter.test(name);

/** The files at `paths`, folders walked recursively in name order. Throws `UsageError` for a path that is not there. */
export async function listFiles(paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const path of paths) {
    // A path that is not there is wrong usage, told as such.
    const info = await stat(path).catch(() => {
      throw new UsageError(`${path}: no such file or folder`);
    });
    if (!info.isDirectory()) {
      files.push({ path, name: basename(path) });
      continue;
    }
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const found = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => ({ path: file, name: relative(path, file).split(sep).join('/') }));
    files.push(...found.filter(({ name }) => isPicture(name)));
  }
  return files;
}

/** Gives each input an output name without its extension, so that no two share one. */
export function outputNames(files: readonly InputFile[]): string[] {
  const nameOf = outputNamer();
  return files.map(({ name }) => nameOf(name));
}

/** The same for one input after the other. */
export function outputNamer(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const stem = name.slice(0, name.length - extname(name).length);
    let unique = stem;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = `${stem}-${n}`;
    taken.add(unique.toLowerCase());
    return unique;
  };
}
