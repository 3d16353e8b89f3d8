import type { ListedStudent } from '$lib/api/contracts/bulk';
import type { NameMap } from './name-map';
import { inEitherCase, numbersIn, stemOf } from './names';

/** Why a file of a drop can be no photo, as far as its name or its ZIP tells; a text each. */
export type SourceProblem = 'raw' | 'archive' | 'encrypted' | 'compression';

/** A picture of a drop, as far as it is known without reading it. */
export interface FoundPicture {
  /** Path in the folder or ZIP. */
  path: string;
  size: number;
  /** ms since 1970. */
  modified: number;
  problem: SourceProblem | null;
}

/** Why a picture is not taken up; a text each. */
export type Unplanned = SourceProblem | 'number' | 'sheet' | 'notListed' | 'otherName' | 'twice' | 'there';

export interface Planned extends Omit<FoundPicture, 'problem'> {
  studentNumber: string;
  student: ListedStudent | null;
  problem: Unplanned | null;
}

/** Student numbers that a picture may be of, likeliest first: by the sheets, else by its name, in either case of letters. */
export function candidatesOf(path: string, map: NameMap): string[] {
  const mapped = map.numberOf(path);
  if (mapped === null) return [];
  return inEitherCase(mapped === undefined ? numbersIn(path) : [mapped]);
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
  const names = new Set([...listed.values()].map(({ name }) => name));
  const rank = ({ path, problem }: FoundPicture) =>
    problem ? 2 : numbersIn(path)[0] === stemOf(path) ? 0 : 1;
  const ordered = [...pictures].sort(
    (a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  );
  return ordered.map((picture) => {
    const { path } = picture;
    const candidates = candidatesOf(path, map);
    const student = candidates.map((number) => listed.get(number)).find(Boolean) ?? null;
    const studentNumber = student?.studentNumber ?? candidates[0] ?? '';
    const problem =
      picture.problem ??
      (map.numberOf(path) === null ? 'sheet' : null) ??
      problemOf(studentNumber, student, taken) ??
      (student && namesAnother(path, student, names) ? 'otherName' : null);
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

/** The file's name has the name of somebody else on the list, and not the student's: number or name is wrong. */
function namesAnother(path: string, { name }: ListedStudent, names: ReadonlySet<string>): boolean {
  const stem = stemOf(path);
  if (stem.includes(name)) return false;
  return (stem.match(/[\p{Script=Han}·]{2,}/gu) ?? []).some((part) => names.has(part));
}
