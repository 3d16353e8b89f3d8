import { requestId } from '$lib/server/log';
import { problems, type Problem, type ProblemCode } from '$lib/api/problems';

/** Thrown inside the endpoint; routes answer it as an RFC 9457 problem. */
export class Refusal extends Error {
  /** @param found what stood in the sender's file in place of what was looked for; told to the sender alone */
  constructor(
    readonly code: ProblemCode,
    readonly found: readonly string[] = []
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** A problem as RFC 9457 has it, with the status of its code. `found`: the fields or values that it is about. */
export function problemResponse(code: ProblemCode, found: readonly string[] = []): Response {
  const { status, title } = problems[code];
  const id = requestId();
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    code,
    ...(id && { instance: `urn:uuid:${id}` }),
    ...(found.length && { found })
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

/** An answer in JSON that no cache keeps. */
export function json(body: unknown, status: number): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(body), { status, headers });
}

/** Done, with nothing to tell. */
export const empty = (): Response => new Response(null, { status: 204 });
