import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import pino, { type DestinationStream } from 'pino';
import { framesOf } from '$workers/trace';

type Facts = Readonly<Record<string, unknown>>;

/** What every line written while a request is answered says. */
interface RequestFacts {
  request: string;
  /** The route's pattern, never its parameters: a submission's id identifies a person. */
  route: string | null;
}

const current = new AsyncLocalStorage<RequestFacts>();

/** Names of facts that could belong to a person: whoever logs one by mistake logs nothing. */
const personal = [
  'name',
  'studentNumber',
  'number',
  'registration',
  'token',
  'key',
  'password',
  'authorization',
  'cookie',
  'address',
  'email',
  'phone',
  'openid',
  'url',
  'ip',
  'message',
  'body'
];
const deepest = 4;
const codePattern = /^[\w.-]{1,40}$/;

/**
 * The only writer to the standard output of the server: JSON Lines, each with time, level and event; while a request is
 * answered also with its id and route. An error is its name, code, stack frames and causes, without messages, which
 * might hold what somebody sent.
 */
export function serverLog(to: DestinationStream) {
  const lines = pino(
    {
      base: null,
      messageKey: 'event',
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      mixin: () => ({ ...current.getStore() }),
      redact: { paths: personal, remove: true }
    },
    to
  );
  return {
    info: (event: string, facts: Facts = {}) => lines.info({ ...facts }, event),
    warn: (event: string, error?: unknown, facts: Facts = {}) =>
      lines.warn({ ...facts, ...(error === undefined ? {} : { error: errorFacts(error) }) }, event),
    error: (event: string, error?: unknown, facts: Facts = {}) =>
      lines.error({ ...facts, ...(error === undefined ? {} : { error: errorFacts(error) }) }, event)
  };
}

/** Written at once, so that the last line before an exit is there. */
export const log = serverLog(pino.destination({ fd: 1, sync: true }));

/** Runs `work` as the answer to one request; every line it writes carries the request's id. */
export function withRequest<T>(route: string | null, work: (id: string) => T): T {
  const request = randomUUID();
  return current.run({ request, route }, () => work(request));
}

/** The id of the request that is being answered, as the header `x-request-id` and problems tell it. */
export const requestId = (): string | undefined => current.getStore()?.request;

/** A line for the person who starts the server, not for a collector. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What an error is known by, without its message, which might hold what somebody sent. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && codePattern.test(code) ? code : error.name;
}

function errorFacts(error: unknown, depth = 0): Facts {
  if (!(error instanceof Error)) return { name: typeof error };
  const { code } = error as { code?: unknown };
  return {
    name: error.name,
    ...(typeof code === 'string' && codePattern.test(code) ? { code } : {}),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < deepest ? { cause: errorFacts(error.cause, depth + 1) } : {})
  };
}
