import { randomUUID } from 'node:crypto';
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
  details: { campaign: 'default' }
});
