import { bulkApi, matchSize, type ListedStudent } from '$lib/api/contracts/bulk';
import type { Failure } from '$lib/api/request';
import { randomId } from '$lib/platform/random-id';
import { call } from '$lib/review/api';
import { newKey } from '$lib/submission/client';
import { whyUnplanned, type BulkItem } from './kept';
import { candidatesOf, plan, type NameMap, type Planned } from './plan';
import { readNameMap } from './sheet';
import type { Source } from './source';

export interface MatchedSource {
  items: BulkItem[];
  /** Students on the list; 0 without one. */
  listed: number;
  /** A sheet gave the numbers. */
  mapped: boolean;
}

/** Holds a drop against the campaign's list: only numbers are asked about, and no picture is read. */
export async function matchSource(campaign: string, source: Source): Promise<MatchedSource | Failure> {
  let map: NameMap = new Map();
  for (const { name, content } of source.sheets) map = (await readNameMap(name, content)) ?? map;
  const numbers = [...new Set(source.pictures.flatMap(({ path }) => candidatesOf(path, map)))];
  const listed = new Map<string, ListedStudent>();
  let count = 0;
  for (let at = 0; at === 0 || at < numbers.length; at += matchSize) {
    const answer = await call(bulkApi.match, {
      body: { campaign, numbers: numbers.slice(at, at + matchSize) }
    });
    if (!answer.ok) return answer;
    count = answer.value.listed;
    for (const student of answer.value.students) listed.set(student.studentNumber, student);
  }
  return { items: plan(source.pictures, map, listed).map(itemOf), listed: count, mapped: map.size > 0 };
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
