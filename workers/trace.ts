/** An error as plain data for a log, with what it was caused by; free of personal data. */
export interface Trace {
  /** What the core was doing, e.g. `matte`. */
  stage?: string;
  name: string;
  /** Absent where it might quote what somebody sent. */
  message?: string;
  /** One stack frame a line, without the message. */
  stack?: string;
  cause?: Trace;
}

/** A cause of a cause of … tells nothing more. */
const deepest = 4;
const longestMessage = 300;
/** Stack frames kept of one error: enough to find the place, short enough to be copied from a phone. */
const frames = 12;

/** Any thrown value as a trace. Never throws. */
export function traceOf(error: unknown, stage?: string, depth = 0): Trace {
  const at = stage === undefined ? {} : { stage };
  if (!(error instanceof Error)) return { ...at, name: typeof error };
  const message = messageOf(error);
  const stack = framesOf(error);
  return {
    ...at,
    name: error.name,
    ...(message ? { message } : {}),
    ...(stack ? { stack } : {}),
    ...(error.cause !== undefined && depth < deepest
      ? { cause: traceOf(error.cause, undefined, depth + 1) }
      : {})
  };
}

/** Parsers quote their input; whatever else could be a name, a number or an address of somebody is masked. */
function messageOf({ name, message }: Error): string | undefined {
  if (name === 'SyntaxError' || name === 'URIError') return undefined;
  return withoutHosts(message)
    .replace(/[^\x20-\x7e]+|[^\s"'<>]*@[^\s"'<>]+|\d{5,}/g, '…')
    .slice(0, longestMessage);
}

/** Frames of V8 (`at f (url:1:2)`) and of Firefox and Safari (`f@url:1:2`), one a line. */
export function framesOf({ stack, message }: Error): string | undefined {
  return withoutMessage(stack, message)
    ?.split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .+:\d+/.test(line) || /^[^\s:]*@\S+:\d+:\d+$/.test(line))
    .slice(0, frames)
    .map(withoutHosts)
    .join('\n');
}

/** V8 puts name and message before the frames, and a line of a message may look like a frame. */
function withoutMessage(stack: string | undefined, message: string): string | undefined {
  const head = `: ${message}`;
  const at = message ? (stack?.indexOf(head) ?? -1) : -1;
  const first = at >= 0 && !stack!.slice(0, at).includes('\n');
  return first ? stack!.slice(at + head.length) : stack;
}

/** Addresses by their path alone: neither a host nor a query nor a fragment. */
const withoutHosts = (text: string) =>
  text
    .replace(/\b(?:https?|blob|wss?):[^\s()]*?\/\/[^\s/()]+/g, '')
    .replace(/(\/[^\s()?#:]*)[?#][^\s():]*/g, '$1');

/** What a worker's `error` or `messageerror` event tells: where, never what, since the words are the thrower's. */
export function placeOf(event: Event, stage?: string): Trace {
  const { filename, lineno, colno } = event as Partial<ErrorEvent>;
  return {
    ...(stage === undefined ? {} : { stage }),
    name: event.type,
    ...(filename ? { stack: `at ${withoutHosts(filename)}:${lineno}:${colno}` } : {})
  };
}
