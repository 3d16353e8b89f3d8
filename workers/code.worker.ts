import { expose, transfer } from 'comlink';
import { BrowserPicture, decodePicture } from './adapters/browser-picture';
import { readOnWhite } from './adapters/code-picture';
import { runCascade } from './code/cascade';
import { LiveCascade } from './code/live';
import type { CodeReader } from './code/reader';
import { codeTrouble } from './code/trouble';
import { download } from './download';
import { CoreError, starting } from './errors';
import type { RgbaImage } from './image/image';
import { bytesOf } from './image/bytes';
import { sniff } from './image/sniff';
import { workerLog } from './log';
import type { CodeWorkerApi, DecodeAnswer, Outcome, ProgressListener } from './protocol';
// Not by a dynamic import: a worker's chunks are in no list of the service worker, and scanning must work offline.
import { openZxingWasm } from './code/zxing-wasm-reader';

/** A code of the smallest version with its quiet zone, one pixel a module. */
const minCodeSide = 29;
/** A student waits this long for a difficult picture, no longer. */
const fileBudgetMs = 6000;

let reader: CodeReader | undefined;
const live = new LiveCascade();
const log = workerLog();

const api: CodeWorkerApi = {
  init: ({ zxingWasm }, onProgress) =>
    log.outcome(async () => {
      reader = await log.time('start', () => starting(() => openReader(zxingWasm, onProgress)));
      return null;
    }),

  async decodeFile(file) {
    const started = performance.now();
    return handOver(
      await log.outcome(async () => {
        const picture = await log.time('decode', () => decoded(file));
        return log.time('read', () =>
          decode(picture, started, async (pixels, engine) => {
            const code = await runCascade(pixels, engine, { budgetMs: fileBudgetMs });
            return { code, trouble: code ? null : codeTrouble(pixels) };
          })
        );
      })
    );
  },

  async decodeFrame(frame, budgetMs) {
    const started = performance.now();
    return handOver(
      await log.outcome(async () => {
        const answer = await decode(new BrowserPicture(frame), started, async (picture, engine) => {
          const code = await live.read(picture, engine, budgetMs);
          return { code, trouble: code ? null : live.trouble(picture) };
        });
        log.frame('frame', answer.ms);
        return answer;
      })
    );
  }
};

/** A picture file whose content was checked. */
async function decoded(file: Blob): Promise<BrowserPicture> {
  const bytes = await bytesOf(file);
  return decodePicture(bytes, sniff(bytes, { minSide: minCodeSide }).type);
}

/** WebAssembly is switched off in hardened browsers (iOS Lockdown Mode): the plain engine reads there. */
async function openReader(wasm: string, onProgress?: ProgressListener): Promise<CodeReader> {
  if (typeof WebAssembly !== 'object') return (await import('./code/zxing-js-reader')).zxingJs;
  const [bytes] = await download([wasm], onProgress);
  return openZxingWasm(bytes!.buffer);
}

/** Gives a picture's pixels to `read`, closes it, and answers in the picture's own pixels. */
async function decode(
  picture: BrowserPicture,
  started: number,
  read: (pixels: RgbaImage, reader: CodeReader) => Promise<Omit<DecodeAnswer, 'ms'>>
): Promise<DecodeAnswer> {
  try {
    if (!reader) throw new CoreError('model.load');
    const { picture: pixels, scale } = readOnWhite(picture);
    const { code, trouble } = await read(pixels, reader);
    const corners = code?.corners.map(({ x, y }) => ({ x: x / scale, y: y / scale })) ?? [];
    return { code: code && { ...code, corners }, trouble, ms: performance.now() - started };
  } finally {
    picture.close();
  }
}

function handOver(answer: Outcome<DecodeAnswer>): Outcome<DecodeAnswer> {
  return answer.ok && answer.value.code ? transfer(answer, [answer.value.code.bytes.buffer]) : answer;
}

expose(api);
