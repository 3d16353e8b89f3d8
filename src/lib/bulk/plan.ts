import type { ListedStudent } from '$lib/api/contracts/bulk';
import { numbersIn, stemOf } from './names';

/** A picture of a drop, as far as it is known without reading it. */
export interface FoundPicture {
  /** Path in the folder or ZIP. */
  path: string;
  size: number;
  /** ms since 1970. */
  modified: number;
}

/** Why a picture is not taken up; a text each. */
export type Unplanned = 'number' | 'notListed' | 'twice' | 'there';

export interface Planned extends FoundPicture {
  studentNumber: string;
  student: ListedStudent | null;
  problem: Unplanned | null;
}

/** Numbers from a sheet, by file name in small letters, with and without its extension. */
export type NameMap = ReadonlyMap<string, string>;

/** Student numbers that a picture may be of, likeliest first: by the sheet, else by its name. */
export function candidatesOf(path: string, map: NameMap): string[] {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFKC')
    .toLowerCase();
  const mapped = map.get(name) ?? map.get(stemOf(path).toLowerCase());
  return mapped === undefined ? numbersIn(path) : [mapped];
}

/**
 * Whose each picture is. Of several of one student the one that is named by nothing but the number is taken, else the first
 * in the order of their paths.
 *
 * @param listed students of the campaign's list, by number
 */
export function plan(
  pictures: readonly FoundPicture[],
  map: NameMap,
  listed: ReadonlyMap<string, ListedStudent>
): Planned[] {
  const taken = new Set<string>();
  const isPlain = ({ path }: FoundPicture) => numbersIn(path)[0] === stemOf(path);
  const ordered = [...pictures].sort(
    (a, b) => Number(isPlain(b)) - Number(isPlain(a)) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  );
  return ordered.map((picture) => {
    const candidates = candidatesOf(picture.path, map);
    const student = candidates.map((number) => listed.get(number)).find(Boolean) ?? null;
    const studentNumber = student?.studentNumber ?? candidates[0] ?? '';
    const problem = problemOf(studentNumber, student, taken);
    if (!problem) taken.add(studentNumber);
    return { ...picture, studentNumber, student, problem };
  });
}

function problemOf(
  studentNumber: string,
  student: ListedStudent | null,
  taken: ReadonlySet<string>
): Unplanned | null {
  if (!studentNumber) return 'number';
  if (!student) return 'notListed';
  if (taken.has(studentNumber)) return 'twice';
  return student.there ? 'there' : null;
}
