import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { csrfHeader } from '../../src/lib/api/contracts/staff';
import { staffAccounts } from '../../src/lib/server/staff/accounts';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { campaign } from './fleet';

export interface Reviewed {
  /** Photos claimed, decided, given back. */
  claims: number;
  verdicts: number;
  released: number;
  /** Photos that were in the hands of two reviewers at once. */
  heldByTwo: number;
}

export interface Reviewer {
  name: string;
  password: string;
}

/** Accounts of so many reviewers. */
export async function makeReviewers(db: SqlDatabase, count: number): Promise<Reviewer[]> {
  const accounts = staffAccounts(db);
  const reviewers = Array.from({ length: count }, (_, index) => ({
    name: `reviewer${index}`,
    password: randomBytes(12).toString('base64url')
  }));
  for (const { name, password } of reviewers)
    await accounts.create({ name, role: 'reviewer' }, password, 'rehearsal');
  return reviewers;
}

/** Photos claimed at once. */
const atOnce = 6;
const timeoutMs = 60_000;
/** After something was not answered: until then the endpoint has done it, or never will. */
const settleMs = 500;

/** Claim, decide, give back, each by whichever endpoint is next, until `over`. */
export async function review(
  url: string,
  reviewers: readonly Reviewer[],
  over: () => boolean
): Promise<Reviewed> {
  const counts: Reviewed = { claims: 0, verdicts: 0, released: 0, heldByTwo: 0 };
  /** From the answer of a claim until the verdict is sent. */
  const held = new Map<string, string>();
  await Promise.all(reviewers.map((reviewer) => work(url, reviewer, held, counts, over)));
  return counts;
}

async function work(
  url: string,
  reviewer: Reviewer,
  held: Map<string, string>,
  counts: Reviewed,
  over: () => boolean
): Promise<void> {
  let session: Session | null = null;
  while (!over()) {
    session ??= await signIn(url, reviewer);
    const claimed: unknown = session && (await ask(url, session, 'claims', { campaign, limit: atOnce }));
    if (!session || !Array.isArray(claimed)) {
      if (claimed === signedOut) session = null;
      await wait(settleMs);
      continue;
    }
    const ids = (claimed as { id: string }[]).map(({ id }) => id);
    for (const id of ids) {
      counts.claims++;
      if ((held.get(id) ?? reviewer.name) !== reviewer.name) counts.heldByTwo++;
      held.set(id, reviewer.name);
    }
    await wait(20 + Math.random() * 200);
    const back = ids.filter(() => Math.random() < 0.2);
    const decided = ids.filter((id) => !back.includes(id));
    for (const id of ids) held.delete(id);
    if (back.length) await finish(url, session, 'release', { ids: back }, () => counts.released++);
    const verdicts = decided.map((id) => ({ id, ...someVerdict() }));
    if (verdicts.length) await finish(url, session, 'verdicts', { verdicts }, () => counts.verdicts++);
    if (!ids.length) await wait(settleMs);
  }
}

const someVerdict = () =>
  Math.random() < 0.7 ? { to: 'approved' } : { to: 'rejected', reasons: ['eyes.closed'] };

async function finish(url: string, session: Session, what: string, body: object, each: () => void) {
  const answer = (await ask(url, session, what, body)) as { done?: string[] } | null | symbol;
  if (answer && typeof answer === 'object') answer.done?.forEach(each);
  else await wait(settleMs);
}

export interface Session {
  cookie: string;
  csrf: string;
}

/** The endpoint knows the session no more. */
const signedOut = Symbol('signed out');

/** A reviewer’s session; null where the endpoint is not there just now. */
export async function signIn(
  url: string,
  { name, password }: Reviewer,
  headers: Record<string, string> = {}
): Promise<Session | null> {
  const answer = await post(url, 'session', { name, password }, headers);
  if (!answer?.ok) return null;
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .join('; ');
  const { csrf } = (await answer.json()) as { csrf: string };
  return { cookie, csrf };
}

/** What was answered; null where nothing was. */
async function ask(url: string, { cookie, csrf }: Session, what: string, body: object): Promise<unknown> {
  const answer = await post(url, what, body, { cookie, [csrfHeader]: csrf });
  if (answer?.status === 401) return signedOut;
  if (!answer?.ok) return null;
  // An answer cut off is no answer.
  return answer.json().catch(() => null);
}

/** Null where nothing was answered. */
const post = (url: string, what: string, body: object, headers: Record<string, string>) =>
  fetch(`${url}/api/v1/staff/${what}`, {
    method: 'POST',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: JSON.stringify(body)
    // Killed, or the proxy found nobody: as a lost answer.
  }).catch(() => null);
