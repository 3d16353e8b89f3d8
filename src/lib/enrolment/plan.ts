import { enrolmentLimits, type Enrolled } from '$lib/api/contracts/enrolment';
import { enrolmentPhoto, type UnfitPhoto } from '$lib/api/enrolment-photo';
import { hexOf } from '$lib/api/hex';
import { inEitherCase, kindOf, numbersIn } from '$lib/bulk/names';
import { debugLog } from '$lib/log/debug-log';
import type { ZippedFile } from '$lib/platform/zip';

/** Why a file of the ZIP is not taken; a text each. `unopened`: damaged or encrypted in the ZIP. */
export type LeftWhy = 'number' | 'notListed' | 'twice' | 'unopened' | UnfitPhoto;
export interface LeftFile {
  path: string;
  why: LeftWhy;
}

/** A photo to be sent. */
export interface WantedPhoto {
  studentNumber: string;
  path: string;
  open(): Promise<Blob>;
}

/** What taking a ZIP in would change. */
export interface EnrolmentPlan {
  /** Of numbers without a photo so far, and in place of another one. */
  added: WantedPhoto[];
  replaced: WantedPhoto[];
  /** Are there already, as they are. */
  same: number;
  left: LeftFile[];
}

/** Student numbers a file may be of, likeliest first; letters in them may be written either way. */
const candidatesOf = (path: string): string[] => inEitherCase(numbersIn(path));

/** Every number that a file may be of. */
export const numbersOf = (files: readonly ZippedFile[]): string[] => [
  ...new Set(files.flatMap(({ path }) => candidatesOf(path)))
];

/**
 * Holds the files of a ZIP against the list and what is there already; each is read, one at a time. Two different photos of
 * one number are both left: nobody here can tell which is right.
 *
 * @param students those of the list, of the numbers that the files may be of
 * @param step called after each file
 */
export async function planEnrolment(
  files: readonly ZippedFile[],
  students: Enrolled['students'],
  step: () => void = () => undefined
): Promise<EnrolmentPlan> {
  const known = new Map(students.map((student) => [student.studentNumber, student]));
  const left: LeftFile[] = [];
  const found = new Map<string, { photo: WantedPhoto; sha256: string; twice: boolean }>();
  for (const file of files) {
    const { path, open } = file;
    const read = await readPhoto(file, known);
    if ('why' in read) left.push({ path, why: read.why });
    else {
      const { studentNumber, sha256 } = read;
      const other = found.get(studentNumber);
      if (!other) found.set(studentNumber, { photo: { studentNumber, path, open }, sha256, twice: false });
      else if (other.sha256 !== sha256) {
        if (!other.twice) left.push({ path: other.photo.path, why: 'twice' });
        other.twice = true;
        left.push({ path, why: 'twice' });
      }
    }
    step();
  }
  const plan: EnrolmentPlan = { added: [], replaced: [], same: 0, left };
  for (const { photo, sha256, twice } of found.values()) {
    const there = known.get(photo.studentNumber)?.photo ?? null;
    if (twice) continue;
    if (there === sha256) plan.same++;
    else (there === null ? plan.added : plan.replaced).push(photo);
  }
  return plan;
}

async function readPhoto(
  { path, size, open }: ZippedFile,
  known: ReadonlyMap<string, unknown>
): Promise<{ studentNumber: string; sha256: string } | { why: LeftWhy }> {
  if (kindOf(path) === 'sheet') return { why: 'type' };
  const candidates = candidatesOf(path);
  const studentNumber = candidates.find((number) => known.has(number));
  if (studentNumber === undefined) return { why: candidates.length ? 'notListed' : 'number' };
  if (size > enrolmentLimits.bytes) return { why: kindOf(path) === 'picture' ? 'bytes' : 'type' };
  try {
    const content = new Uint8Array(await (await open()).arrayBuffer());
    const fit = enrolmentPhoto(content);
    if (!fit.ok) return { why: fit.why };
    return { studentNumber, sha256: hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', content))) };
  } catch (error) {
    debugLog.warn('enrolment.open', error);
    return { why: 'unopened' };
  }
}

/** Files that somebody meant. */
export const meant = (files: readonly ZippedFile[]): ZippedFile[] =>
  files.filter(({ path }) => kindOf(path) !== 'litter');
