import { randomUUID } from 'node:crypto';
import type { Details } from '$lib/api/contracts/submission';
import { consentItems, noticeVersion } from '$lib/api/notice';
import type { StoredSubmission } from '../store/submissions';
import type { SubmissionRequest } from '../submission/request';

let count = 0;

/** A received submission of the sample campaign, a second after the one before, of a photo of its own. */
export function sampleSubmission(part: Partial<StoredSubmission> = {}): StoredSubmission {
  const at = new Date(Date.UTC(2026, 10, 1) + ++count * 1000).toISOString();
  const hash = count.toString(16).padStart(64, '0');
  return {
    id: randomUUID(),
    keyHash: 'a'.repeat(64),
    contentHash: hash,
    contentKey: hash,
    state: 'received',
    receivedAt: at,
    photoSha256: hash,
    photoBytes: 30_000,
    registration: '{}',
    report: '{}',
    reasons: [],
    campaign: 'default',
    studentNumber: '2022310001',
    name: '林晓',
    sender: 'a'.repeat(64),
    attempt: 0,
    replaces: null,
    consent: null,
    claimedBy: null,
    claimedAt: null,
    changedAt: at,
    erasedAt: null,
    ...part
  };
}

/** What a student agreed to before the photo was taken: the present notice, item by item. */
export const agreement = () => ({
  version: noticeVersion,
  at: '2026-06-01T08:00:00.000Z',
  items: [...consentItems]
});

/** What goes along with a finished photo; everything else as the sample campaign takes it. */
export const agreedDetails = (more: Partial<Details> = {}): Details => ({
  campaign: 'default',
  consent: agreement(),
  ...more
});

/** What a student's device sends of a finished photo to the sample campaign. */
export const sampleRequest = (
  photo: Uint8Array<ArrayBuffer>,
  studentNumber: string,
  key = 'k'.repeat(43)
): SubmissionRequest => ({
  id: randomUUID(),
  key,
  photo,
  registration: { studentNumber, name: '林晓', source: 'typed' },
  report: { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] },
  details: agreedDetails()
});
