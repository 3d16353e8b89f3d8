import { expose, transfer } from 'comlink';
import { runCascade } from './code/cascade';
import { LiveCascade } from './code/live';
import { readOnWhite } from './code/pixels';
import type { CodeReader } from './code/reader';
import { codeTrouble } from './code/trouble';
import { download } from './download';
import { CoreError, starting } from './errors';
import { decodeFile } from './image/decode';
import type { RgbaImage } from './image/image';
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
        const bitmap = await log.time('decode', () => decodeFile(file, { minSide: minCodeSide }));
        return log.time('read', () =>
          decode(bitmap, started, async (picture, engine) => {
            const code = await runCascade(picture, engine, { budgetMs: fileBudgetMs });
            return { code, trouble: code ? null : codeTrouble(picture) };
          })
        );
      })
    );
  },

  async decodeFrame(frame, budgetMs) {
    const started = performance.now();
    return handOver(
      await log.outcome(async () => {
        const answer = await decode(frame, started, async (picture, engine) => {
          const code = await live.read(picture, engine, budgetMs);
          return { code, trouble: code ? null : live.trouble(picture) };
        });
        log.frame('frame', answer.ms);
        return answer;
      })
    );
  }
};

/** WebAssembly is switched off in hardened browsers (iOS Lockdown Mode): the plain engine reads there. */
async function openReader(wasm: string, onProgress?: ProgressListener): Promise<CodeReader> {
  if (typeof WebAssembly !== 'object') return (await import('./code/zxing-js-reader')).zxingJs;
  const [bytes] = await download([wasm], onProgress);
  return openZxingWasm(bytes!.buffer);
}

/** Gives one bitmap's pixels to `read`, closes it, and answers in the bitmap's own pixels. */
async function decode(
  bitmap: ImageBitmap,
  started: number,
  read: (picture: RgbaImage, reader: CodeReader) => Promise<Omit<DecodeAnswer, 'ms'>>
): Promise<DecodeAnswer> {
  try {
    if (!reader) throw new CoreError('model.load');
    const { picture, scale } = readOnWhite(bitmap);
    const { code, trouble } = await read(picture, reader);
    const corners = code?.corners.map(({ x, y }) => ({ x: x / scale, y: y / scale })) ?? [];
    return { code: code && { ...code, corners }, trouble, ms: performance.now() - started };
  } finally {
    bitmap.close();
  }
}

function handOver(answer: Outcome<DecodeAnswer>): Outcome<DecodeAnswer> {
  return answer.ok && answer.value.code ? transfer(answer, [answer.value.code.bytes.buffer]) : answer;
}

expose(api);
