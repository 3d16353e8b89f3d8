import { registrationApi, type ResolvedFields } from '$lib/api/contracts/registration';
import { submissionApi, type Received, type SubmissionStatus } from '$lib/api/contracts/submission';
import { isUnheard, request, type Result } from '$lib/api/request';
import { submissionBody } from './body';
import { sendInParts } from './in-parts';
import type { OutboxItem } from './outbox-item';

/** Submissions whose send broke: the network does not carry them whole. */
const broken = new Set<string>();

/**
 * Hands one submission in. Sending the same again is safe. Whole at first, which is quickest; after a send that broke
 * in parts, on from where it stopped.
 *
 * @param progress told the share that arrived, 0…1, while it goes in parts
 */
export async function putSubmission(
  item: OutboxItem,
  progress: (share: number) => void = () => {}
): Promise<Result<SubmissionStatus>> {
  const { id, key } = item;
  const body = submissionBody(item);
  const put = (part: Blob, range?: string) =>
    request(submissionApi.put, {
      params: { id },
      key,
      body: part,
      headers: range ? { 'content-range': range } : {}
    });
  if (!broken.has(id)) {
    const whole = asStatus(await put(body));
    if (!isBroken(whole)) return whole;
    broken.add(id);
  }
  // It may have arrived, and only its answer been lost.
  const known = await getStatus(item);
  if (known.ok || isBroken(known)) return known;
  const answer = await sendInParts(body, put, progress);
  if (!isBroken(answer)) broken.delete(id);
  return answer;
}

const isBroken = (answer: Result<unknown>) => !answer.ok && isUnheard(answer);

/** Only a part is answered with what was received. */
const asStatus = (answer: Result<SubmissionStatus | Received>): Result<SubmissionStatus> => {
  if (!answer.ok) return answer;
  const { value } = answer;
  return 'received' in value ? { ok: false, code: 'server.unavailable', retry: true } : { ok: true, value };
};

/** How a submission stands, asked with its key. */
export const getStatus = ({ id, key }: Pick<OutboxItem, 'id' | 'key'>) =>
  request(submissionApi.status, { params: { id }, key });

/** Takes a submission back while nobody has begun to review it. */
export const withdrawSubmission = ({ id, key }: Pick<OutboxItem, 'id' | 'key'>) =>
  request(submissionApi.withdraw, { params: { id }, key });

/**
 * What an encrypted collection code says, masked; null when it cannot be read now (no network, or nobody here
 * who can read it): the student then types name and number, and the token goes along.
 */
export async function resolveCode(token: string): Promise<ResolvedFields | null> {
  const answer = await request(registrationApi.resolve, { body: { token } });
  return answer.ok ? answer.value : null;
}

/** 32 random bytes in base64url. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
