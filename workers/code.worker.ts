import { BrowserPicture, decodePicture } from './adapters/browser-picture';
import { readOnWhite } from './adapters/code-picture';
import { serve, tellPage } from './adapters/serve';
import { readFile } from './code/file';
import { LiveCascade } from './code/live';
import type { CodeReader } from './code/reader';
import { download } from './download';
import { CoreError, starting } from './errors';
import { bytesOf } from './image/bytes';
import { wholeOf } from './image/picture';
import { sniff } from './image/sniff';
import { workerLog } from './log';
import type { CodeWorkerApi, DecodeAnswer, ProgressListener } from './protocol';
// Not by a dynamic import: a worker's chunks are in no list of the service worker, and scanning must work offline.
import { openZxingWasm } from './code/zxing-wasm-reader';

/** A code of the smallest version with its quiet zone, one pixel a module. */
const minCodeSide = 29;
/** A student waits this long for a difficult picture, no longer. */
const fileBudgetMs = 6000;

let reader: CodeReader | undefined;
const live = new LiveCascade();
const log = workerLog(tellPage);

const api: CodeWorkerApi = {
  init: ({ zxingWasm }, onProgress) =>
    log.outcome(async () => {
      reader = await log.time('start', () => starting(() => openReader(zxingWasm, onProgress)));
      return null;
    }),

  decodeFile(file) {
    const started = performance.now();
    return log.outcome(async () => {
      const picture = await log.time('decode', () => decoded(file));
      return log.time('read', () =>
        decode(picture, started, (engine) =>
          readFile(picture, (piece) => readOnWhite(picture, piece), engine, fileBudgetMs)
        )
      );
    });
  },

  decodeFrame(frame, budgetMs) {
    const started = performance.now();
    return log.outcome(async () => {
      const picture = new BrowserPicture(frame);
      const answer = await decode(picture, started, async (engine) => {
        const pixels = readOnWhite(picture, { part: wholeOf(picture), scale: 1 });
        const codes = await live.read(pixels, engine, budgetMs);
        return { codes, trouble: codes.length ? null : live.trouble(pixels) };
      });
      log.frame('frame', answer.ms);
      return answer;
    });
  }
};

/** A picture file whose content was checked. */
async function decoded(file: Blob): Promise<BrowserPicture> {
  const bytes = await bytesOf(file);
  return decodePicture(bytes, sniff(bytes, { minSide: minCodeSide }));
}

/** WebAssembly is switched off in hardened browsers (iOS Lockdown Mode): the plain engine reads there. */
async function openReader(wasm: string, onProgress?: ProgressListener): Promise<CodeReader> {
  if (typeof WebAssembly !== 'object') return (await import('./code/zxing-js-reader')).zxingJs;
  const [bytes] = await download([wasm], onProgress);
  return openZxingWasm(bytes!.buffer);
}

/** Gives the decoder to `read`, and closes the picture. */
async function decode(
  picture: BrowserPicture,
  started: number,
  read: (reader: CodeReader) => Promise<Omit<DecodeAnswer, 'ms'>>
): Promise<DecodeAnswer> {
  try {
    if (!reader) throw new CoreError('model.load');
    return { ...(await read(reader)), ms: performance.now() - started };
  } finally {
    picture.close();
  }
}

serve(api);
