import { createHash, timingSafeEqual } from 'node:crypto';
import type { Registration, SubmissionStatus } from '$lib/submission/contract';
import { findStandard } from '$workers/standard/catalogue';
import type { CodeResolver } from '../codes/resolver';
import type { PhotoFiles } from '../files/files';
import { Refusal } from '../http/problem';
import { validatePhoto } from '../photo/validate';
import type { StoredSubmission, SubmissionStore } from '../store/store';
import type { SubmissionRequest } from './request';

export interface SubmissionService {
  /**
   * Takes a submission in. Durable when it answers; the same again answers the same. `created` tells the first time.
   *
   * @throws Refusal with nothing left behind
   */
  accept(request: SubmissionRequest): Promise<{ created: boolean; status: SubmissionStatus }>;
  /** @throws Refusal `submission.unknown` also when the key does not fit, so that ids cannot be probed */
  status(id: string, key: string): Promise<SubmissionStatus>;
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

export function submissionService(
  store: SubmissionStore,
  files: PhotoFiles,
  codes: CodeResolver | null = null
): SubmissionService {
  return {
    async accept({ id, key, photo, registration, report }) {
      const standard = findStandard(report.standard);
      if (!standard) throw new Refusal('report.invalid');
      await validatePhoto(photo, standard);
      const photoSha256 = sha256(photo);
      const student = await inClear(registration, codes);
      const kept = { registration: JSON.stringify(student), report: JSON.stringify(report) };
      const submission: StoredSubmission = {
        id,
        keyHash: sha256(key),
        contentHash: sha256(JSON.stringify([photoSha256, kept.registration, kept.report])),
        state: 'received',
        receivedAt: new Date().toISOString(),
        photoSha256,
        photoBytes: photo.length,
        ...kept,
        reasons: []
      };
      const earlier = await store.find(id);
      if (earlier) return { created: false, status: statusOf(repeated(earlier, submission)) };
      // The file first: a row never refers to a photo that is not there.
      await files.put(photoSha256, photo);
      if (await store.add(submission)) return { created: true, status: statusOf(submission) };
      // Another request with the same id was quicker.
      const quicker = (await store.find(id))!;
      try {
        return { created: false, status: statusOf(repeated(quicker, submission)) };
      } catch (refusal) {
        if (!(await store.refersTo(photoSha256))) await files.remove(photoSha256);
        throw refusal;
      }
    },
    async status(id, key) {
      const submission = await store.find(id);
      if (!submission || !sameHash(submission.keyHash, sha256(key))) throw new Refusal('submission.unknown');
      return statusOf(submission);
    }
  };
}

/**
 * The registration with what its code says. A token nobody here can read is kept beside what was typed, for whoever
 * can read it later.
 *
 * @throws Refusal `code.unreadable`, `registration.mismatch`
 */
async function inClear(registration: Registration, codes: CodeResolver | null): Promise<Registration> {
  if (registration.codeToken === undefined) return registration;
  const resolved = await codes?.resolve(registration.codeToken);
  if (!resolved) {
    if (registration.source === 'resolved') throw new Refusal('code.unreadable');
    return registration;
  }
  if (registration.source !== 'resolved' && registration.studentNumber !== resolved.studentNumber)
    throw new Refusal('registration.mismatch');
  return { ...resolved, source: 'code', codeToken: registration.codeToken };
}

/** The earlier submission, when the new one is the same. @throws Refusal `submission.conflict` */
function repeated(earlier: StoredSubmission, now: StoredSubmission): StoredSubmission {
  if (!sameHash(earlier.keyHash, now.keyHash) || earlier.contentHash !== now.contentHash)
    throw new Refusal('submission.conflict');
  return earlier;
}

const sameHash = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b));

function statusOf({
  id,
  state,
  receivedAt,
  photoSha256,
  photoBytes,
  reasons
}: StoredSubmission): SubmissionStatus {
  return { id, state, receivedAt, photoSha256, photoBytes, reasons };
}
