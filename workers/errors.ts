import { traceOf, type Trace } from './trace';

/**
 * Every way the image core can refuse its input, by stable code. User text is looked up by this code
 * in the message catalogue (`error.<code>`); nothing personal is ever part of an error.
 */
export const errorCodes = [
  'file.empty', // no bytes
  'file.type', // not a picture type we read, judged by content
  'file.heic', // an iPhone's format that this browser cannot decode
  'file.animated', // more than one frame
  'file.truncated', // ends before its picture does, or cannot be read to its end
  'file.cmyk', // JPEG with four ink channels
  'file.corrupt', // the decoder refused it
  'image.tooLarge', // more pixels than a phone can hold (see maxPixels)
  'image.tooSmall', // fewer pixels than any face could be measured on
  'encode.window', // no quality ≥ 60 fits the standard's byte window
  'model.load', // a model or wasm file could not be fetched whole
  'file.damaged', // one came that is not the file of this version
  'network.captive', // a page came in its place, of a network that wants to be signed in to
  'model.memory', // there was no memory to start it in, or to go on
  'browser.unfit', // this browser lacks what the core runs on
  'graphics.lost', // the browser took the graphics away, as of a page in the background
  'worker.dead', // the worker died or never answered
  'core.bug', // an unexpected error: ours, not the picture's
  'aborted' // the caller gave up
] as const;

export type CoreErrorCode = (typeof errorCodes)[number];

/** Thrown inside the core only; worker entry points turn it into an `Outcome`. */
export class CoreError extends Error {
  readonly code: CoreErrorCode;
  /** What the core was doing, where the thrower knows better than the log. */
  readonly stage: string | undefined;
  constructor(code: CoreErrorCode, { stage, ...options }: ErrorOptions & { stage?: string } = {}) {
    super(code, options);
    this.name = 'CoreError';
    this.code = code;
    this.stage = stage;
  }
}

/** Why a call into a worker gave nothing; `trace` is for the log, never for the user. */
export interface Failure {
  ok: false;
  code: CoreErrorCode;
  trace?: Trace;
}

/** What every call into a worker answers: bad input never throws past the boundary. */
export type Outcome<T> = { ok: true; value: T } | Failure;

/** Runs `work` and turns a throw into an outcome; what is no `CoreError` is a bug of ours. */
export async function outcome<T>(
  work: () => Promise<T> | T,
  stageNow: () => string | undefined = () => undefined
): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return failureOf(error, stageNow());
  }
}

/** A thrown value as the answer of a call. */
function failureOf(error: unknown, stage?: string): Failure {
  const known = error instanceof CoreError ? error : undefined;
  return { ok: false, code: known?.code ?? 'core.bug', trace: traceOf(error, known?.stage ?? stage) };
}

/**
 * Starts an engine. Without memory it is `model.memory`; whatever else keeps it from starting is taken for a file that
 * came damaged, `model.load`. What a browser lacks was asked before (`needGraphics`).
 *
 * @throws CoreError
 */
export async function starting<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cause instanceof CoreError ? cause : new CoreError(loadCode(cause), { cause });
  }
}

/** Why a file could not be had or started. */
export const loadCode = (cause: unknown): 'model.memory' | 'model.load' =>
  isMemory(cause) ? 'model.memory' : 'model.load';

/** The engines' own words for it: V8 and JavaScriptCore throw RangeErrors, Gecko and Emscripten say it in the message. */
const isMemory = (cause: unknown): boolean =>
  cause instanceof Error &&
  /out of memory|memory allocation|allocation fail|cannot allocate|could not allocate|\boom\b/i.test(
    `${cause.name} ${cause.message}`
  );
