/**
 * Every way the image core can refuse its input, by stable code. User text is looked up by this code
 * in the message catalogue (`error.<code>`); nothing personal is ever part of an error.
 */
export const errorCodes = [
  'file.empty', // no bytes
  'file.type', // not a picture type we read, judged by content
  'file.animated', // more than one frame
  'file.truncated', // ends before its picture does
  'file.cmyk', // JPEG with four ink channels
  'file.corrupt', // the decoder refused it
  'image.tooLarge', // more pixels than a phone can hold (see maxPixels)
  'image.tooSmall', // fewer pixels than any face could be measured on
  'face.none', // no face found where one is needed to go on
  'finish.noCrop', // no crop could be placed at all
  'encode.window', // no quality ≥ 60 fits the standard's byte window
  'model.load', // a model or wasm file could not be fetched or started
  'worker.dead', // the worker died or never answered
  'aborted' // the caller gave up
] as const;

export type CoreErrorCode = (typeof errorCodes)[number];

/** Thrown inside the core only; worker entry points turn it into an `Outcome`. */
export class CoreError extends Error {
  readonly code: CoreErrorCode;
  constructor(code: CoreErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.name = 'CoreError';
    this.code = code;
  }
}

/** What every call into a worker answers: bad input never throws past the boundary. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: CoreErrorCode };

/** Runs `work` and turns a throw into an outcome; an unknown throw becomes `fallback`. */
export async function outcome<T>(work: () => Promise<T> | T, fallback: CoreErrorCode): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, code: error instanceof CoreError ? error.code : fallback };
  }
}
