import { consentOf, type ConsentEntry } from '../store/consent';
import type { PhotoFiles } from '../files/files';
import type { SqlDatabase } from '../store/sql';
import { submissionsOfStudent } from '../store/student-export';
import type { HistoryEntry, SubmissionStore } from '../store/submissions';

/** Everything that is kept of one submission, as the student may ask for it. */
export interface ExportedSubmission {
  id: string;
  campaign: string;
  state: string;
  receivedAt: string;
  attempt: number;
  reasons: string[];
  /** What the reviewer wrote with a rejection. */
  note: string;
  registration: unknown;
  report: unknown;
  /** What was agreed to, for which purpose, in order. */
  consent: ConsentEntry[];
  history: HistoryEntry[];
  photoSha256: string;
  /** Null when the photo is gone. */
  photo: Uint8Array<ArrayBuffer> | null;
}

/** Everything of one student in a campaign, oldest first; names of staff are left out of the history. */
export async function exportStudent(
  db: SqlDatabase,
  store: SubmissionStore,
  files: PhotoFiles,
  campaign: string,
  studentNumber: string
): Promise<ExportedSubmission[]> {
  const submissions = await submissionsOfStudent(db, { campaign, studentNumber });
  return Promise.all(
    submissions.map(async (one) => ({
      id: one.id,
      campaign: one.campaign,
      state: one.state,
      receivedAt: one.receivedAt,
      attempt: one.attempt,
      reasons: one.reasons,
      note: one.note ?? '',
      registration: JSON.parse(one.registration) as unknown,
      report: JSON.parse(one.report) as unknown,
      consent: await consentOf(db, one.id),
      history: (await store.history(one.id)).map((entry) => ({ ...entry, who: entry.who.split(':')[0]! })),
      photoSha256: one.photoSha256,
      photo: await files.get(one.photoSha256)
    }))
  );
}
