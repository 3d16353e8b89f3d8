import { expect, it } from 'vitest';
import { WorkerLog, type WorkerEntry } from './log';

const logged = () => {
  const lines: WorkerEntry[] = [];
  return { lines, log: new WorkerLog((entry) => lines.push(entry)) };
};
const anyMs = expect.any(Number) as number;

it('times stages, plain and asynchronous, and passes on what they return', async () => {
  const { lines, log } = logged();
  expect(log.time('measure', () => 7)).toBe(7);
  expect(await log.time('encode', () => Promise.resolve('jpeg'))).toBe('jpeg');
  expect(lines).toEqual([
    { stage: 'measure', began: true },
    { stage: 'measure', ms: anyMs },
    { stage: 'encode', began: true },
    { stage: 'encode', ms: anyMs }
  ]);
  expect(log.stage).toBeUndefined();
});

it('names the stage that a failure happened in, also of one stage inside another', async () => {
  const { log } = logged();
  const bad = () => Promise.reject(new Error('engine'));
  const answer = await log.outcome(async () => {
    await log.time('decode', () => Promise.resolve());
    return log.time('finish', () => log.time('matte', bad));
  });
  expect(answer).toMatchObject({ ok: false, code: 'core.bug', trace: { stage: 'matte', message: 'engine' } });
  const next = await log.outcome(() => Promise.reject(new Error('before any stage')));
  expect(next).not.toHaveProperty('trace.stage');
});

it('tells the mean of a hundred frames in one line', () => {
  const { lines, log } = logged();
  for (let i = 0; i < 250; i++) log.frame('landmarks', i < 100 ? 10 : 20);
  expect(lines).toEqual([
    { stage: 'landmarks', ms: 10, count: 100 },
    { stage: 'landmarks', ms: 20, count: 100 }
  ]);
});
