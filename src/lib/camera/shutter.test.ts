import { expect, it } from 'vitest';
import { holdMs, restingShutter, warnedMs, watchShutter, type ShutterAnswer } from './shutter';

type Frame = Parameters<typeof watchShutter>[1];

function watched(frames: readonly Frame[]): ShutterAnswer[] {
  let shutter = restingShutter;
  return frames.map((frame) => {
    const answer = watchShutter(shutter, frame);
    shutter = answer.shutter;
    return answer;
  });
}

it('fires after the frames have passed for the whole time, keeping the sharpest', () => {
  const step = holdMs / 4;
  const answers = watched(
    [10, 30, 20, 25, 15].map((sharpness, index) => ({ verdict: 'pass', sharpness, at: 5000 + index * step }))
  );
  expect(answers.map(({ fire }) => fire)).toEqual([false, false, false, false, true]);
  expect(answers.map(({ keep }) => keep)).toEqual([true, true, false, false, false]);
});

it('starts again after a frame that fails', () => {
  const [, broken, again] = watched([
    { verdict: 'pass', sharpness: 9, at: 0 },
    { verdict: 'fail', sharpness: 9, at: holdMs / 2 },
    { verdict: 'pass', sharpness: 1, at: holdMs * 2 }
  ]);
  expect(broken).toMatchObject({ fire: false, keep: false });
  expect(again).toMatchObject({ fire: false, keep: true, progress: 0 });
});

it('is held up by a warning for its time and no longer, without a count until then', () => {
  const at = (ms: number): Frame => ({ verdict: 'warn', sharpness: 9, at: ms });
  const answers = watched([0, warnedMs, warnedMs + holdMs / 2, warnedMs + holdMs].map(at));
  expect(answers.map(({ progress }) => progress)).toEqual([0, 0, 0.5, 1]);
  expect(answers.map(({ fire }) => fire)).toEqual([false, false, false, true]);
  expect(warnedMs).toBeLessThanOrEqual(4000);
});

it('fires as soon as frames have passed for the whole time after a warning was mended, with one that passes', () => {
  const answers = watched([
    { verdict: 'warn', sharpness: 50, at: 0 },
    { verdict: 'pass', sharpness: 9, at: 500 },
    { verdict: 'warn', sharpness: 60, at: 600 },
    { verdict: 'pass', sharpness: 8, at: 700 },
    { verdict: 'pass', sharpness: 10, at: 700 + holdMs }
  ]);
  expect(answers.map(({ keep }) => keep)).toEqual([true, true, false, false, true]);
  expect(answers.map(({ fire }) => fire)).toEqual([false, false, false, false, true]);
});
