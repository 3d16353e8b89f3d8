import type { Listed, QueueItem, ReviewItem, Twin } from '$lib/api/contracts/staff';
import type { Taken } from '$lib/api/contracts/submission';
import type { Report } from '$workers/protocol';
import { maskName, maskNumber } from '$lib/api/mask';
import type { Others } from '../store/same-number';
import type { HistoryEntry, StoredSubmission } from '../store/submissions';
import type { QueueRow } from '../store/review-queue';

/** Where a number stands on the unit's list. */
export function listedAs(listedName: string | null, name: string, hasList: boolean): Listed {
  if (!hasList) return null;
  if (listedName === null) return 'no';
  return listedName.trim().normalize('NFKC') === name.trim().normalize('NFKC') ? 'yes' : 'other';
}

/** A line of the queue as it may be shown: name and number masked. */
export const queueItem = (row: QueueRow, hasList: boolean): QueueItem => ({
  id: row.id,
  state: row.state,
  receivedAt: row.received_at,
  studentNumber: maskNumber(row.student_number),
  name: maskName(row.name),
  class: row.class,
  attempt: row.attempt,
  verdict: (JSON.parse(row.report) as Report).verdict,
  listed: listedAs(row.listed_name, row.name, hasList),
  second: row.second === 1,
  reviewer: row.claimed_by
});

/** What is known beside the submission's own row. */
export interface Beside {
  className: string;
  listed: Listed;
  history: HistoryEntry[];
  others: Others;
  twins: Twin[];
  chosen: boolean;
  enrolment: boolean;
}

/** One photo with its report and its history. `reader` is the name of who looks. */
export function reviewItem(
  submission: StoredSubmission,
  { className, listed, history, others, twins, chosen, enrolment }: Beside,
  reader: string
): ReviewItem {
  const report = JSON.parse(submission.report) as Report;
  const { institutionName, institutionCode } = JSON.parse(submission.registration) as Record<
    string,
    string | undefined
  >;
  return {
    id: submission.id,
    state: submission.state,
    receivedAt: submission.receivedAt,
    way: submission.way ?? null,
    taken: submission.taken === undefined ? null : (JSON.parse(submission.taken) as Taken),
    studentNumber: maskNumber(submission.studentNumber),
    name: maskName(submission.name),
    class: className,
    attempt: submission.attempt,
    verdict: report.verdict,
    listed,
    second: others.shown.some(({ state, sameKey }) => state === 'approved' && !sameKey),
    reviewer: submission.claimedBy,
    campaign: submission.campaign,
    standard: report.standard,
    institution: institutionName ?? institutionCode ?? '',
    findings: report.findings as ReviewItem['findings'],
    reasons: submission.reasons,
    note: submission.note ?? '',
    mine: submission.state === 'inReview' && submission.claimedBy === reader,
    replaces: submission.replaces,
    others: others.shown,
    othersCount: others.all,
    twins,
    chosen,
    enrolment,
    history: history.map(({ at, who, state, why, reasons }) => ({ at, who, state, why, reasons }))
  };
}
