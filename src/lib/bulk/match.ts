import { bulkApi, matchSize, type ListedStudent } from '$lib/api/contracts/bulk';
import type { Failure } from '$lib/api/request';
import { debugLog } from '$lib/log/debug-log';
import { randomId } from '$lib/platform/random-id';
import { call } from '$lib/review/api';
import { newKey } from '$lib/submission/client';
import { whyUnplanned, type BulkItem } from './kept';
import type { Source, SourceSheet } from './found';
import { NameMap } from './name-map';
import { candidatesOf, plan, type Planned } from './plan';
import { largestSheet, readNames } from './sheet';

export interface MatchedSource {
  items: BulkItem[];
  /** Students on the list; 0 without one. */
  listed: number;
  /** Sheets that gave numbers to names, and those that could not. */
  sheets: { used: number; unused: string[] };
  /** Files that are neither pictures nor sheets. */
  others: number;
}

/**
 * Holds a drop against the campaign's list: only numbers are asked about, and no picture is read.
 *
 * @param tell called with how many of the numbers were asked about
 */
export async function matchSource(
  campaign: string,
  { pictures, sheets: files, others }: Source,
  tell: (done: number, all: number) => void
): Promise<MatchedSource | Failure> {
  const { map, ...sheets } = await mapOf(files);
  const numbers = [...new Set(pictures.flatMap(({ path }) => candidatesOf(path, map)))];
  const listed = new Map<string, ListedStudent>();
  let count = 0;
  for (let at = 0; at === 0 || at < numbers.length; at += matchSize) {
    tell(at, numbers.length);
    const answer = await call(bulkApi.match, {
      body: { campaign, numbers: numbers.slice(at, at + matchSize) }
    });
    if (!answer.ok) return answer;
    count = answer.value.listed;
    for (const student of answer.value.students) listed.set(student.studentNumber, student);
  }
  return { items: plan(pictures, map, listed).map(itemOf), listed: count, sheets, others };
}

/** Why pictures stay here, as keys of texts, and how many each, the most first. */
export function whyFailed(items: readonly BulkItem[]): [key: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { state, reasons } of items)
    if (state === 'failed') for (const key of reasons) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

async function mapOf(
  files: readonly SourceSheet[]
): Promise<{ map: NameMap; used: number; unused: string[] }> {
  const map = new NameMap();
  const unused: string[] = [];
  for (const { path, size, open } of files) {
    const names = size > largestSheet ? null : await namesIn(path, open);
    if (names) map.add(path, names);
    else unused.push(path);
  }
  return { map, used: files.length - unused.length, unused };
}

async function namesIn(path: string, open: () => Promise<Blob>) {
  try {
    return await readNames(path, await open());
  } catch (error) {
    debugLog.warn('bulk.sheet', error);
    return null;
  }
}

const itemOf = ({ path, size, modified, studentNumber, student, problem }: Planned): BulkItem => ({
  path,
  size,
  modified,
  studentNumber,
  name: student?.name ?? '',
  className: student?.class ?? '',
  state: problem ? 'failed' : 'waiting',
  verdict: null,
  reasons: problem ? [whyUnplanned(problem)] : [],
  submission: { id: randomId(), key: newKey() }
});
