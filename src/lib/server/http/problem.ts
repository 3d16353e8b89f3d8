import { log, requestId } from '$lib/server/log';
import type { Problem, ProblemCode } from '$lib/submission/contract';

/** Status and title of each refusal. Titles are for logs and tools; users read the client's own text for the code. */
const problems: Record<ProblemCode, { status: number; title: string }> = {
  'request.malformed': { status: 400, title: 'The request is not what this address takes.' },
  'request.tooLarge': { status: 413, title: 'The request is too large.' },
  'request.tooMany': { status: 429, title: 'There are too many requests.' },
  'request.unknown': { status: 404, title: 'There is no such address.' },
  'request.method': { status: 405, title: 'The address does not take this method.' },
  'request.unauthorised': { status: 401, title: 'The key is missing or does not fit.' },
  'registration.invalid': { status: 422, title: 'The registration is not valid.' },
  'registration.mismatch': { status: 422, title: 'The registration is not the one in the code.' },
  'code.unreadable': { status: 422, title: 'The code cannot be read here.' },
  'code.noResolver': { status: 501, title: 'This unit reads no encrypted codes.' },
  'report.invalid': { status: 422, title: 'The report is not valid.' },
  'photo.missing': { status: 422, title: 'There is no photo.' },
  'photo.type': { status: 415, title: 'The photo is no JPEG.' },
  'photo.corrupt': { status: 422, title: 'The photo cannot be decoded.' },
  'photo.size': { status: 422, title: 'The photo has other dimensions than the standard.' },
  'photo.density': { status: 422, title: 'The photo has another density than the standard.' },
  'photo.progressive': { status: 422, title: 'The photo is no baseline JPEG.' },
  'photo.colour': { status: 422, title: 'The photo is not 24-bit colour.' },
  'photo.metadata': { status: 422, title: 'The photo carries metadata.' },
  'photo.background': { status: 422, title: 'The photo’s edges are no flat background of the standard.' },
  'photo.bytes': { status: 422, title: 'The file size is outside the standard’s window.' },
  'submission.conflict': { status: 409, title: 'The id is taken by another submission.' },
  'submission.unknown': { status: 404, title: 'There is no such submission.' },
  'submission.tooLate': { status: 409, title: 'Review has begun; it can no longer be withdrawn.' },
  'submission.noRetake': { status: 409, title: 'No retake is open for the submission it names.' },
  'submission.tooMany': { status: 429, title: 'There are too many submissions for this student today.' },
  'campaign.unknown': { status: 404, title: 'There is no such campaign.' },
  'campaign.closed': { status: 403, title: 'The campaign takes no submissions now.' },
  'payment.required': { status: 402, title: 'The fee of the campaign is not paid.' },
  'payment.unknown': { status: 404, title: 'There is no such order.' },
  'payment.way': { status: 422, title: 'The fee cannot be paid this way.' },
  'payment.voucher': { status: 422, title: 'The voucher is unknown or used.' },
  'payment.unavailable': { status: 503, title: 'The payment provider does not answer.' },
  'account.bound': { status: 409, title: 'The registration belongs to another account.' },
  'account.signIn': { status: 401, title: 'Nobody is signed in.' },
  'account.passkey': { status: 422, title: 'The passkey does not fit.' },
  'message.off': { status: 422, title: 'This kind of message is off.' },
  'message.address': { status: 422, title: 'No message can go to this address.' },
  'staff.signIn': { status: 401, title: 'Nobody is signed in.' },
  'staff.forbidden': { status: 403, title: 'This needs another role.' },
  'staff.forged': { status: 403, title: 'The request did not come from the console.' },
  'staff.wrong': { status: 401, title: 'Name or password is wrong.' },
  'staff.tooMany': { status: 429, title: 'There were too many tries.' },
  'staff.name': { status: 422, title: 'The name is not valid.' },
  'staff.nameTaken': { status: 409, title: 'The name is taken.' },
  'staff.password': { status: 422, title: 'The password is too short or too long.' },
  'staff.change': { status: 403, title: 'The password was for one use: choose another.' },
  'staff.lastAdmin': { status: 409, title: 'There would be no admin left.' },
  'staff.unknown': { status: 404, title: 'There is no such account.' },
  'review.taken': { status: 409, title: 'Somebody else reviews it, or it is decided.' },
  'review.tooLate': { status: 409, title: 'It is too late to undo.' },
  'list.unreadable': { status: 422, title: 'The list cannot be read.' },
  'server.unavailable': { status: 503, title: 'The service is not available.' }
};

/** Thrown inside the endpoint; routes answer it as an RFC 9457 problem. */
export class Refusal extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
    this.name = 'Refusal';
  }
}

export function problemResponse(code: ProblemCode): Response {
  const { status, title } = problems[code];
  const id = requestId();
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(id && { instance: `urn:uuid:${id}` })
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (status === 503) headers.set('retry-after', '10');
  if (status === 429) headers.set('retry-after', '60');
  return new Response(JSON.stringify(body), { status, headers });
}

/** What the framework refuses by itself under /api/, no such address or method, as a problem too. */
export function asProblem(path: string, response: Response): Response {
  const problem = response.headers.get('content-type') === 'application/problem+json';
  if (!path.startsWith('/api/') || response.status < 400 || problem) return response;
  if (response.status === 404) return problemResponse('request.unknown');
  if (response.status === 405) return problemResponse('request.method');
  return problemResponse(response.status < 500 ? 'request.malformed' : 'server.unavailable');
}

/** Runs a route's work; a refusal becomes its problem, anything else `server.unavailable`, and is in the log. */
export async function answered(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return problemResponse(error.code);
    log.error('request.failed', error);
    return problemResponse('server.unavailable');
  }
}

export function json(body: unknown, status: number): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(body), { status, headers });
}
