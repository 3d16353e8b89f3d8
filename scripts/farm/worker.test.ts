import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { coded, type Farm } from '../../src/lib/server/farm/farm';
import type { Claim } from '../../src/lib/server/farm/queue';
import { resolveStandard } from '../../workers/standard/resolve';
import { errorFields, type PictureAnswer } from '../headless/photo';
import { failureOf } from './failure';
import { patiently } from './open';
import { FarmWorker, type WorkerParts } from './worker';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-worker-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const claim: Claim = { id: 'one', tries: 0, key: 'k', picture: 'p', options: 'o' };
const passed: PictureAnswer = {
  fields: { ...errorFields(''), verdict: 'pass', error: null },
  jpeg: Buffer.from('jpeg'),
  alpha: null,
  overlay: null
};

/** What a worker does with one picture, until something is said of it. */
async function said(given: {
  tries?: number;
  pictureOf?: () => Promise<Uint8Array>;
  /** Of the store, when it is asked whether it answers. */
  check?: () => Promise<void>;
  finish?: () => Promise<PictureAnswer>;
}): Promise<string> {
  let answer = '';
  let taken = false;
  const say = (what: string) => {
    answer = what;
    return worker.stop();
  };
  const farm: Partial<Farm> = {
    claim: () => Promise.resolve(taken ? null : ((taken = true), { ...claim, tries: given.tries ?? 0 })),
    pictureOf: given.pictureOf ?? (() => Promise.resolve(new Uint8Array(1))),
    optionsOf: () => Promise.resolve({ standard: resolveStandard(), matte: 'fast' }),
    done: () => say('done'),
    dead: (_, code) => say(`dead ${code}`),
    failed: async (_, code) => (await say(`failed ${code}`), false)
  };
  const parts = {
    farm,
    db: { get: () => Promise.resolve({ one: 1 }) },
    files: { pictures: { check: given.check ?? (() => Promise.resolve()) } },
    queue: { giveBack: () => say('given back'), beat: () => Promise.resolve([]) },
    finisher: { finish: given.finish ?? (() => Promise.resolve(passed)) },
    metrics: { ended() {}, tried() {}, note() {}, time() {} },
    folder
  } as unknown as WorkerParts;
  const worker = new FarmWorker(parts, { jobs: 1, untilEmpty: false, againMs: 1 });
  await worker.run();
  return answer;
}

it('waits for a store that does not answer, and holds it against no picture', async () => {
  let asked = 0;
  const away = () => Promise.reject(Object.assign(new Error(), { code: 'ECONNREFUSED' }));
  const pictureOf = () => (++asked < 4 ? away() : Promise.resolve(new Uint8Array(1)));
  expect(await said({ pictureOf, check: away })).toBe('done');
  expect(asked).toBe(4);
  asked = 0;
  // The store answers: it is this picture that cannot be read.
  expect(await said({ pictureOf })).toBe('failed ECONNREFUSED');
});

it('tries a picture again that is not in the store, or whose page died', async () => {
  expect(await said({ pictureOf: () => Promise.reject(coded('farm.picture')) })).toBe('failed farm.picture');
  expect(await said({ finish: () => Promise.reject(coded('farm.page')) })).toBe('failed farm.page');
});

it('gives back what it cannot finish for want of a browser or a model', async () => {
  expect(await said({ finish: () => Promise.reject(coded('farm.browser')) })).toBe('given back');
  const fields = errorFields('model.load');
  expect(await said({ finish: () => Promise.resolve({ ...passed, fields, jpeg: null }) })).toBe('given back');
});

it('buries at once what no decoder reads, and what five workers died of', async () => {
  const fields = errorFields('file.corrupt');
  expect(await said({ finish: () => Promise.resolve({ ...passed, fields, jpeg: null }) })).toBe(
    'dead file.corrupt'
  );
  expect(await said({ tries: 5 })).toBe('dead farm.lost');
});

it('waits at the start for a database that is starting, and not for ever', async () => {
  let asked = 0;
  const open = () => (++asked < 3 ? Promise.reject(new Error('starting')) : Promise.resolve('open'));
  expect(await patiently(open, { limitMs: 10_000, againMs: 1 })).toBe('open');
  const never = () => Promise.reject(new Error('wrong password'));
  await expect(patiently(never, { limitMs: 5, againMs: 1 })).rejects.toThrow('wrong password');
});

it.each([
  [null, null],
  ['file.cmyk', 'picture'],
  ['image.tooSmall', 'picture'],
  ['file.damaged', 'worker'],
  ['worker.dead', 'try'],
  ['farm.slow', 'try']
])('%s is the fault of: %s', (code, whose) => {
  expect(failureOf(code)).toBe(whose);
});
