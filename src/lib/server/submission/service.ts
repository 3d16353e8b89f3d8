import type { SubmissionStatus } from '$lib/api/contracts/submission';
import { sameHash, sha256 } from '../crypto';
import { Refusal } from '../http/problem';
import { validatePhoto } from '../photo/validate';
import type { StoredSubmission } from '../store/submissions';
import { admit, attemptOf, decideWithRow } from './admit';
import { requireAnswers, requireConsent } from './conditions';
import { photoCustody } from './photo-custody';
import { resolveRegistration } from './resolve-registration';
import type { SubmissionParts } from './service-parts';
import { checkReport } from './report';
import type { SubmissionRequest } from './request';
import { statusOf } from './status';
import { iso } from '../time';
import { wayOf } from './way';

export interface SubmissionService {
  /**
   * Takes a submission in. Durable when it answers; the same again answers the same. `created` tells the first time.
   *
   * @throws Refusal with nothing left behind
   */
  accept(request: SubmissionRequest): Promise<{ created: boolean; status: SubmissionStatus }>;
  /** @throws Refusal `submission.unknown` also when the key does not fit, so that ids cannot be probed */
  status(id: string, key: string): Promise<SubmissionStatus>;
  /** Takes it back while nobody has begun to review it. @throws Refusal `submission.unknown`, `submission.tooLate` */
  withdraw(id: string, key: string): Promise<SubmissionStatus>;
  /** The submission a key opens. @throws Refusal `submission.unknown` */
  opened(id: string, key: string): Promise<StoredSubmission>;
}

/** What students do with their submissions, over store, files and campaigns. */
export function submissionService(parts: SubmissionParts): SubmissionService {
  const { store, files, campaigns, codes, quota } = parts;
  const kept = photoCustody(files, store);

  async function opened(id: string, key: string): Promise<StoredSubmission> {
    const submission = await store.find(id);
    if (!submission || submission.erasedAt || !sameHash(submission.keyHash, sha256(key)))
      throw new Refusal('submission.unknown');
    return submission;
  }
  const answer = (submission: StoredSubmission, id: string) => statusOf(submission, id, parts);

  return {
    opened,
    async accept({ id, key, photo, registration, report, details, sealed = false, sealedAt }) {
      const campaign = await campaigns.find(details.campaign);
      if (!campaign) throw new Refusal('campaign.unknown');
      const standard = checkReport(report, campaign);
      const look = await validatePhoto(photo, standard);
      const photoSha256 = sha256(photo);
      const { student, proven } = await resolveRegistration(registration, codes);
      const content = { registration: JSON.stringify(student), report: JSON.stringify(report) };
      const contentHash = sha256(JSON.stringify([photoSha256, content.registration, content.report]));
      const now = iso();
      const submission: StoredSubmission = {
        id,
        keyHash: sha256(key),
        contentHash,
        contentKey: sha256(JSON.stringify([campaign.code, contentHash])),
        state: 'received',
        receivedAt: now,
        photoSha256,
        photoBytes: photo.length,
        look,
        ...content,
        reasons: [],
        campaign: campaign.code,
        studentNumber: student.studentNumber,
        name: student.name,
        ...(proven && { proven }),
        sender: sha256(details.device ?? key),
        attempt: 0,
        replaces: details.replaces?.id ?? null,
        consent: null,
        claimedBy: null,
        claimedAt: null,
        changedAt: now,
        erasedAt: null
      };
      const earlier = await store.find(id);
      if (earlier) return { created: false, status: await answer(repeated(earlier, submission), id) };
      submission.consent = JSON.stringify(requireConsent(details.consent, Date.parse(now)));
      requireAnswers(student, campaign);
      const way = wayOf({ details, kind: report.kind, sealed }, campaign, {
        ...(sealedAt !== undefined && { sealedAt }),
        changedAt: await campaigns.changedAt(campaign.code)
      });
      if (way) submission.way = way;
      if (details.taken) submission.taken = JSON.stringify(details.taken);
      const late = await admit(submission, campaign, parts, sealedAt);
      if (details.replaces) {
        // Unknown, or the key of another: it replaces nothing.
        const rejected = await opened(details.replaces.id, details.replaces.key).catch(() => null);
        submission.replaces = rejected?.id ?? null;
        submission.attempt = attemptOf(submission, rejected, campaign);
      }
      // By the number the device knows: a masked one stays so here.
      const { studentNumber } = registration;
      const usage =
        details.quota &&
        (await quota?.check({ campaign, studentNumber, device: details.device, quota: details.quota }));
      return kept.during(photoSha256, photo, async () => {
        const added = await store.add(submission, usage, async (sql) =>
          [late && 'kiosk: after the close', await decideWithRow(sql, submission, campaign, parts)]
            .filter(Boolean)
            .join('; ')
        );
        if (added.kind === 'added') return { created: true, status: await answer(submission, id) };
        if (added.kind === 'replaced') throw new Refusal('submission.noRetake');
        // Another request with the same id was quicker, or the same content is there under another id.
        const there = (await store.find(id))!;
        return { created: false, status: await answer(repeated(there, submission), id) };
      });
    },
    status: async (id, key) => answer(await opened(id, key), id),
    async withdraw(id, key) {
      const submission = await opened(id, key);
      if (submission.state !== 'withdrawn') {
        const change = { id: submission.id, from: 'received', to: 'withdrawn', who: 'student' } as const;
        if (!(await store.change(change))) throw new Refusal('submission.tooLate');
      }
      return answer(await opened(id, key), id);
    }
  };
}

/** The earlier submission, when the new one is the same. @throws Refusal `submission.conflict` */
function repeated(earlier: StoredSubmission, now: StoredSubmission): StoredSubmission {
  if (earlier.erasedAt) throw new Refusal('submission.unknown');
  if (!sameHash(earlier.keyHash, now.keyHash) || earlier.contentHash !== now.contentHash)
    throw new Refusal('submission.conflict');
  return earlier;
}
