import { expect, it } from 'vitest';
import { holdMs, restingShutter, watchShutter } from './shutter';

it('fires after the frames have passed for the whole time, keeping the sharpest', () => {
  let shutter = restingShutter;
  const sharpness = [10, 30, 20, 25, 15];
  const step = holdMs / 4;
  const answers = sharpness.map((value, index) => {
    const answer = watchShutter(shutter, { passes: true, sharpness: value, at: 5000 + index * step });
    shutter = answer.shutter;
    return answer;
  });
  expect(answers.map(({ fire }) => fire)).toEqual([false, false, false, false, true]);
  expect(answers.map(({ keep }) => keep)).toEqual([true, true, false, false, false]);
});

it('starts again after a frame that does not pass', () => {
  const passing = watchShutter(restingShutter, { passes: true, sharpness: 9, at: 0 });
  const broken = watchShutter(passing.shutter, { passes: false, sharpness: 9, at: holdMs / 2 });
  const again = watchShutter(broken.shutter, { passes: true, sharpness: 1, at: holdMs * 2 });
  expect(broken.fire).toBe(false);
  expect(again).toMatchObject({ fire: false, keep: true, progress: 0 });
});
