import { timeLimit } from '$lib/platform/time-limit';
import type { Answer } from './answer';
import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { submissionBody } from './body';
import type { ResolvedFields } from '$lib/api/contracts/registration';
import type { Received, SubmissionStatus } from '$lib/api/contracts/submission';
import { isProblemCode, problems, type Problem } from '$lib/api/problems';
import { sendInParts } from './in-parts';
import type { OutboxItem } from './outbox-item';

/** Longer than any network that still works takes for 1 MB; a connection that hangs is given up then. */
const timeoutMs = 60_000;

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
): Promise<Answer> {
  const { id, key } = item;
  const body = submissionBody(item);
  const put = (part: Blob, range?: string) =>
    exchange(id, {
      method: 'PUT',
      headers: { authorization: `Bearer ${key}`, ...(range && { 'content-range': range }) },
      body: part
    });
  if (!broken.has(id)) {
    const whole = asAnswer(await put(body));
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

const isBroken = (answer: Answer) => !answer.ok && answer.code === 'unreachable';

export async function getStatus({ id, key }: Pick<OutboxItem, 'id' | 'key'>): Promise<Answer> {
  return answer(id, { headers: { authorization: `Bearer ${key}` }, cache: 'no-store' });
}

/** Takes a submission back while nobody has begun to review it. */
export async function withdrawSubmission({ id, key }: Pick<OutboxItem, 'id' | 'key'>): Promise<Answer> {
  return answer(`${id}/withdraw`, { method: 'POST', headers: { authorization: `Bearer ${key}` } });
}

const answer = async (path: string, init: RequestInit) => asAnswer(await exchange(path, init));

/** Only a part is answered with what was received. */
const asAnswer = (answer: Answer | Received): Answer =>
  'received' in answer ? { ok: false, code: 'server.unavailable', retry: true } : answer;

async function exchange(path: string, init: RequestInit): Promise<Answer | Received> {
  try {
    const response = await fetch(`/api/v1/submissions/${path}`, {
      ...init,
      signal: timeLimit(timeoutMs)
    });
    if (response.status === 202) return (await response.json()) as Received;
    if (response.ok) return { ok: true, status: (await response.json()) as SubmissionStatus };
    // A proxy’s page has no code.
    const { code } = (await response.json().catch(() => ({}))) as Partial<Problem>;
    if (!isProblemCode(code)) return { ok: false, code: 'server.unavailable', retry: true };
    return { ok: false, code, retry: problems[code].retry ?? false };
  } catch {
    // no network, or no answer in time: tried again
    return { ok: false, code: 'unreachable', retry: true };
  }
}

/**
 * What an encrypted collection code says, masked; null when it cannot be read now (no network, or nobody here
 * who can read it): the student then types name and number, and the token goes along.
 */
export async function resolveCode(token: string): Promise<ResolvedFields | null> {
  try {
    const response = await fetch('/api/v1/codes/resolve', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
      // Typing takes little longer; nobody should wait for a network that hangs.
      signal: timeLimit(10_000)
    });
    return response.ok ? ((await response.json()) as ResolvedFields) : null;
  } catch {
    // no network: the details are typed instead
    return null;
  }
}

/** The campaign of a code; `unknown` when there is none, `unreachable` when nobody answered. */
export async function getCampaign(code: string): Promise<PublicCampaign | 'unknown' | 'unreachable'> {
  try {
    const response = await fetch(`/api/v1/campaigns/${encodeURIComponent(code)}`, {
      signal: timeLimit(10_000)
    });
    if (response.ok) return (await response.json()) as PublicCampaign;
    return response.status === 404 ? 'unknown' : 'unreachable';
  } catch {
    // no network
    return 'unreachable';
  }
}

/** 32 random bytes in base64url. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
