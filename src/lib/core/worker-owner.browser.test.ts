import Encoder from '@zxing/library/esm/core/qrcode/encoder/Encoder';
import Level from '@zxing/library/esm/core/qrcode/decoder/ErrorCorrectionLevel';
import { proxy } from 'comlink';
import { afterEach, expect, it } from 'vitest';
import script from '$workers/code.worker?worker&url';
import type { CodeWorkerApi } from '$workers/protocol';
import { codeAssets } from './assets';
import { WorkerOwner } from './worker-owner';

const text = 'GRADFRAME-1';
const init = (api: Parameters<ConstructorParameters<typeof WorkerOwner<CodeWorkerApi>>[0]['init']>[0]) =>
  api.init(
    codeAssets,
    proxy(() => undefined)
  );
let owner: WorkerOwner<CodeWorkerApi>;
afterEach(() => owner.dispose());

/** A picture file of a QR code, eight pixels a module. */
async function codeFile(): Promise<Blob> {
  const matrix = Encoder.encode(text, Level.M).getMatrix();
  const side = matrix.getWidth() + 8;
  const canvas = new OffscreenCanvas(side * 8, side * 8);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (let y = 0; y < matrix.getHeight(); y++)
    for (let x = 0; x < matrix.getWidth(); x++)
      if (matrix.get(x, y) === 1) context.fillRect((x + 4) * 8, (y + 4) * 8, 8, 8);
  return canvas.convertToBlob();
}

it('answers out of a worker of its own, and out of a new one after a call was aborted', async () => {
  owner = new WorkerOwner<CodeWorkerApi>({ name: 'code', script, init });
  const file = await codeFile();
  const read = { ok: true, value: { trouble: null, codes: [{ text }] } };
  expect(await owner.call((api) => api.decodeFile(file))).toMatchObject(read);
  const stop = new AbortController();
  const stopped = owner.call((api) => api.decodeFile(file), { signal: stop.signal });
  stop.abort();
  expect(await stopped).toEqual({ ok: false, code: 'aborted' });
  expect(owner.alive).toBe(false);
  expect(await owner.call((api) => api.decodeFile(file))).toMatchObject(read);
});

it('answers what it was asked before it was freed, and is gone then', async () => {
  owner = new WorkerOwner<CodeWorkerApi>({ name: 'code', script, init });
  const asked = owner.call((api) => api.decodeFile(new Blob([])));
  const file = await codeFile();
  const again = owner.call((api) => api.decodeFile(file));
  owner.dispose();
  expect(await asked).not.toMatchObject({ code: 'aborted' });
  expect(await again).toMatchObject({ ok: true, value: { codes: [{ text }] } });
  expect(owner.alive).toBe(false);
});

it('answers with a code where the script does not come or the call cannot be posted, and tries again', async () => {
  owner = new WorkerOwner<CodeWorkerApi>({ name: 'code', script: '/no-such-worker.js', init });
  const failed = await owner.call((api) => api.decodeFile(new Blob()));
  expect(failed).toMatchObject({ ok: false, code: 'model.load' });
  expect(owner.alive).toBe(false);
  owner = new WorkerOwner<CodeWorkerApi>({ name: 'code', script, init });
  const unfit = (() => undefined) as unknown as Blob;
  expect(await owner.call((api) => api.decodeFile(unfit))).toMatchObject({ ok: false, code: 'core.bug' });
  expect(await owner.call((api) => api.decodeFile(new Blob()))).toMatchObject({ ok: false });
});

it('does not call a worker again that has lost what it needs', async () => {
  owner = new WorkerOwner<CodeWorkerApi>({ name: 'code', script, init });
  for (const code of ['graphics.lost', 'worker.dead'] as const) {
    const lost = await owner.call(() => Promise.resolve({ ok: false, code }));
    expect(lost).toEqual({ ok: false, code });
    expect(owner.alive).toBe(false);
  }
  expect(await owner.call((api) => api.decodeFile(new Blob()))).toMatchObject({ ok: false });
  expect(owner.alive).toBe(true);
});
