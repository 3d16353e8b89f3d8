import { beforeEach, describe, expect, it } from 'vitest';
import type { Report } from '$workers/protocol';
import { LabelWatch } from './label-watch';

const reportOf = (verdict: Report['verdict'], ...reasons: string[]): Report => ({
  standard: 'chsi-99',
  kind: 'still',
  verdict,
  findings: [],
  reasons
});
const hidden = reportOf('warn', 'ears.hidden');

describe('LabelWatch', () => {
  let at = 0;
  let answer: (report: Report | null) => void = () => undefined;
  let watch: LabelWatch<string>;
  const asked: string[] = [];

  beforeEach(() => {
    at = 1000;
    asked.length = 0;
    watch = new LabelWatch<string>(
      (frame) => {
        asked.push(frame);
        return new Promise((resolve) => (answer = resolve));
      },
      () => at
    );
  });

  async function ask(report: Report | null) {
    const asking = watch.ask('frame');
    answer(report);
    await asking;
  }

  it('is asked once in a run that passes, and lets the shutter go on', async () => {
    expect(watch.passes()).toBe(true);
    await ask(reportOf('pass'));
    at += 10_000;
    expect([watch.passes(), watch.verdict, watch.advice, watch.awaited]).toEqual([
      false,
      'pass',
      null,
      false
    ]);
  });

  it('tells what to mend, and asks again until it is mended', async () => {
    await ask(hidden);
    expect([watch.verdict, watch.advice, watch.passes()]).toEqual(['warn', 'ears.hidden', false]);
    at += 700;
    expect(watch.passes()).toBe(true);
    await ask(reportOf('pass'));
    expect([watch.verdict, watch.advice]).toEqual(['pass', null]);
    expect(asked).toHaveLength(2);
  });

  it('holds the shutter for the first answer, but not for ever, and never asks twice at once', () => {
    void watch.ask('frame');
    expect([watch.awaited, watch.passes()]).toEqual([true, false]);
    at += 3999;
    expect(watch.awaited).toBe(true);
    at += 1;
    expect(watch.awaited).toBe(false);
  });

  it('holds it as long for a model on its way, and asks once it is there', () => {
    watch.coming = true;
    expect([watch.passes(), watch.awaited]).toEqual([false, true]);
    at += 3000;
    watch.coming = false;
    expect([watch.passes(), watch.awaited]).toEqual([true, false]);
    watch.rest();
    watch.coming = true;
    watch.passes();
    at += 4000;
    expect(watch.awaited).toBe(false);
  });

  it('goes on where nothing can be told', async () => {
    await ask(null);
    expect([watch.awaited, watch.passes(), watch.verdict]).toEqual([false, false, 'pass']);
  });

  it('forgets a run that has ended, and an answer that comes after', async () => {
    await ask(hidden);
    watch.rest();
    expect([watch.verdict, watch.advice, watch.passes()]).toEqual(['pass', null, true]);
    const late = watch.ask('frame');
    watch.rest();
    answer(hidden);
    await late;
    expect([watch.verdict, watch.passes()]).toEqual(['pass', true]);
  });
});
