import { expose, transfer } from 'comlink';
import { runCascade } from './code/cascade';
import { readOnWhite } from './code/pixels';
import type { CodeReader } from './code/reader';
import { liveStages, stages, type Stage } from './code/stages';
import { codeTrouble } from './code/trouble';
import { CoreError, outcome } from './errors';
import { decodeFile } from './image/decode';
import type { CodeWorkerApi, DecodeAnswer, Outcome } from './protocol';

/** A code of the smallest version with its quiet zone, one pixel a module. */
const minCodeSide = 29;
/** A student waits this long for a difficult picture, no longer. */
const fileBudgetMs = 6000;

let reader: CodeReader | undefined;

const api: CodeWorkerApi = {
  init: ({ zxingWasm }) =>
    outcome(async () => {
      reader = await openReader(zxingWasm);
      return null;
    }, 'model.load'),

  async decodeFile(file) {
    return handOver(
      await outcome(async () => {
        const started = performance.now();
        const bitmap = await decodeFile(file, { minSide: minCodeSide });
        return decode(bitmap, stages, fileBudgetMs, started);
      }, 'file.corrupt')
    );
  },

  async decodeFrame(frame, budgetMs) {
    return handOver(
      await outcome(() => decode(frame, liveStages, budgetMs, performance.now()), 'worker.dead')
    );
  }
};

/** WebAssembly is switched off in hardened browsers (iOS Lockdown Mode): the plain engine reads there. */
async function openReader(wasm: string): Promise<CodeReader> {
  if (typeof WebAssembly !== 'object') return (await import('./code/zxing-js-reader')).zxingJs;
  const { openZxingWasm } = await import('./code/zxing-wasm-reader');
  return openZxingWasm(wasm);
}

/** Reads one bitmap and closes it. */
async function decode(
  bitmap: ImageBitmap,
  stages: readonly Stage[],
  budgetMs: number,
  started: number
): Promise<DecodeAnswer> {
  try {
    if (!reader) throw new CoreError('model.load');
    const { picture, scale } = readOnWhite(bitmap);
    const code = await runCascade(picture, reader, { stages, budgetMs });
    const corners = code?.corners.map(({ x, y }) => ({ x: x / scale, y: y / scale })) ?? [];
    return {
      code: code && { ...code, corners },
      trouble: code ? null : codeTrouble(picture),
      ms: performance.now() - started
    };
  } finally {
    bitmap.close();
  }
}

function handOver(answer: Outcome<DecodeAnswer>): Outcome<DecodeAnswer> {
  return answer.ok && answer.value.code ? transfer(answer, [answer.value.code.bytes.buffer]) : answer;
}

expose(api);
