import { lastOf, stemOf } from './names';

/** What a sheet says of a file: its name or path, and the number. */
export interface MappedName {
  name: string;
  studentNumber: string;
}

interface Said {
  /** Folders and name, in small letters. */
  parts: readonly string[];
  studentNumber: string;
}

const plain = (path: string) => path.normalize('NFKC').replaceAll('\\', '/').toLowerCase();

/** Numbers that sheets give to files: a sheet counts for the folder it lies in, and for others where that one has none. */
export class NameMap {
  readonly #sheets: { folder: string; said: ReadonlyMap<string, readonly Said[]> }[] = [];

  /** @param path of the sheet */
  add(path: string, names: readonly MappedName[]): void {
    const said = new Map<string, Said[]>();
    for (const { name, studentNumber } of names) {
      const parts = plain(name).split('/').filter(Boolean);
      const stem = stemOf(parts.at(-1) ?? '');
      if (stem) said.set(stem, [...(said.get(stem) ?? []), { parts, studentNumber }]);
    }
    const folder = plain(path.slice(0, path.length - lastOf(path).length));
    this.#sheets.push({ folder, said });
    this.#sheets.sort((a, b) => b.folder.length - a.folder.length);
  }

  /** The number of a picture; null where sheets contradict themselves, undefined where none names it. */
  numberOf(path: string): string | null | undefined {
    const parts = plain(path).split('/');
    const isAbove = ({ folder }: { folder: string }) => plain(path).startsWith(folder);
    for (const { said } of this.#sheets.filter(isAbove)) {
      const number = only(fitting(said, parts));
      if (number !== undefined) return number;
    }
    return only(this.#sheets.flatMap(({ said }) => fitting(said, parts)));
  }
}

/** Undefined for none, null for several. */
function only(said: readonly Said[]): string | null | undefined {
  const numbers = new Set(said.map(({ studentNumber }) => studentNumber));
  return numbers.size > 1 ? null : [...numbers][0];
}

/** What one sheet says of a picture: of several, what agrees in more folders, and in the file's type. */
function fitting(said: ReadonlyMap<string, readonly Said[]>, parts: readonly string[]): readonly Said[] {
  const last = parts.at(-1)!;
  const ranked = (said.get(stemOf(last)) ?? [])
    .filter((one) => sameFolder(one.parts.at(-2), parts.at(-2)))
    .map((one) => ({ one, rank: 2 * agreeing(one.parts, parts) + Number(one.parts.at(-1) === last) }));
  const best = Math.max(...ranked.map(({ rank }) => rank));
  return ranked.filter(({ rank }) => rank === best).map(({ one }) => one);
}

/** A ZIP is named by its folder. */
const sameFolder = (said: string | undefined, is: string | undefined) =>
  said === undefined || is === undefined || said === is || `${said}.zip` === is;

/** Folders from the last one up that are the same. */
function agreeing(said: readonly string[], parts: readonly string[]): number {
  let count = 0;
  while (count + 2 <= said.length && said.at(-2 - count) === parts.at(-2 - count)) count++;
  return count;
}
