import * as v from 'valibot';
import { debugLog } from '$lib/log/debug-log';
import { timeLimit } from '$lib/platform/time-limit';
import type { Contract } from './contracts/contract';
import { isProblemCode, problems, type ProblemCode } from './problems';
import { learnClock } from './server-clock';

/**
 * Why there is no answer of the endpoint. `unreachable`: no connection, or one that broke; `timeout`: none in time;
 * `captive`: something between answered in its place, as the sign-in page of a public network does. What was sent may have
 * arrived after the first two.
 */
export const networkTroubles = ['unreachable', 'timeout', 'captive'] as const;
export type NetworkTrouble = (typeof networkTroubles)[number];
export type Trouble = ProblemCode | NetworkTrouble;

/** `retry`: it passes by itself, and the same may be sent again later. */
export type Failure = { ok: false; code: Trouble; retry: boolean; found?: readonly string[] };
export type Result<T> = { ok: true; value: T } | Failure;

/** No answer came: what was sent may or may not have arrived. */
export const isUnheard = ({ code }: Failure) => code === 'unreachable' || code === 'timeout';

type Names<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Parameters<C extends Contract> = [Names<C['path']>] extends [never]
  ? object
  : { params: Record<Names<C['path']>, string> };
type Body<C extends Contract> = C extends { body: infer Schema extends v.GenericSchema }
  ? { body: v.InferInput<Schema> }
  : C extends { file: true }
    ? { body: Blob | Uint8Array<ArrayBuffer> }
    : object;

interface Options {
  /** Sent as `Authorization: Bearer`. */
  key?: string;
  headers?: Record<string, string>;
  /** Sent also while the page is being closed. */
  keepalive?: boolean;
}
export type Input<C extends Contract> = Parameters<C> & Body<C> & Options;
export type Answer<C extends Contract> = C extends { answer: infer Schema extends v.GenericSchema }
  ? v.InferOutput<Schema>
  : undefined;

const commonTimeoutMs = 20_000;

/** One request to the endpoint: the only one in the client that makes any. Never throws. */
export async function request<C extends Contract>(contract: C, input: Input<C>): Promise<Result<Answer<C>>> {
  const { key, headers, keepalive, params, body } = input as Options & {
    params?: Record<string, string>;
    body?: unknown;
  };
  const { method, path, file, answer, timeoutMs = commonTimeoutMs } = contract;
  try {
    const response = await fetch(address(path, params), {
      method,
      headers: {
        ...(key && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && { 'content-type': file ? typeOf(body) : 'application/json' }),
        ...headers
      },
      ...(body !== undefined && { body: file ? (body as BodyInit) : JSON.stringify(body) }),
      ...(keepalive && { keepalive }),
      cache: 'no-store',
      // The endpoint sends nobody on.
      redirect: 'manual',
      signal: timeLimit(timeoutMs)
    });
    return (await read(response, answer)) as Result<Answer<C>>;
  } catch (error) {
    // no connection, or it broke
    return failed(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'unreachable');
  }
}

const address = (path: string, params: Record<string, string> = {}) =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(params[name]!));

const typeOf = (body: unknown) => (body instanceof Blob && body.type) || 'application/octet-stream';

const failed = (code: NetworkTrouble | 'server.unavailable'): Failure => ({ ok: false, code, retry: true });

async function read(response: Response, answer: v.GenericSchema | undefined): Promise<Result<unknown>> {
  const { type: kind, status } = response;
  if (kind === 'opaqueredirect' || (status >= 300 && status < 400) || status === 511)
    return failed('captive');
  const type = response.headers.get('content-type') ?? '';
  if (!response.ok)
    return type.startsWith('application/problem+json') ? refused(response) : failed('server.unavailable');
  if (!answer) return status === 204 ? { ok: true, value: undefined } : failed('captive');
  if (!type.startsWith('application/json')) return failed('captive');
  const parsed = v.safeParse(answer, await response.json());
  // Of the endpoint's own answers alone: what stands between may have any clock.
  if (parsed.success) learnClock(response.headers.get('date'));
  if (parsed.success) return { ok: true, value: parsed.output };
  const where = parsed.issues.map((issue) => v.getDotPath(issue)).join(' ');
  debugLog.warn('api.answer', new TypeError(`not as agreed: ${where}`));
  return failed('server.unavailable');
}

async function refused(response: Response): Promise<Failure> {
  const { code, found } = (await response.json()) as { code?: unknown; found?: unknown };
  // A code of a later version: what was sent is kept until this page knows it.
  if (!isProblemCode(code)) return failed('server.unavailable');
  const told = v.safeParse(v.optional(v.array(v.string())), found);
  const retry = problems[code].retry ?? false;
  return { ok: false, code, retry, ...(told.success && told.output && { found: told.output }) };
}
