import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetTime, iso, learnTime, nowMs } from './time';

const owner = Symbol('database');
const dayMs = 86_400_000;
afterEach(() => {
  forgetTime(owner);
  vi.restoreAllMocks();
});

describe('the time', () => {
  it('is this machine’s until a database was asked, and after that is closed', async () => {
    expect(Math.abs(nowMs() - Date.now())).toBeLessThan(50);
    const ahead = Date.now() + dayMs;
    await learnTime(owner, () => Promise.resolve(ahead));
    expect(Math.abs(nowMs() - ahead)).toBeLessThan(50);
    forgetTime(Symbol('another'));
    expect(iso().slice(0, 10)).toBe(new Date(ahead).toISOString().slice(0, 10));
    forgetTime(owner);
    expect(Math.abs(nowMs() - Date.now())).toBeLessThan(50);
  });

  it('is the database’s for a machine whose clock is wrong, or is set while it runs', async () => {
    const right = Date.now();
    const wrong = vi.spyOn(Date, 'now').mockImplementation(() => right - 3 * 365 * dayMs);
    await learnTime(owner, () => Promise.resolve(right));
    expect(Math.abs(nowMs() - right)).toBeLessThan(50);
    wrong.mockImplementation(() => right + 400 * dayMs);
    expect(Math.abs(nowMs() - right)).toBeLessThan(50);
  });

  it('follows a database whose clock was set, and does not jump for a slow answer', async () => {
    await learnTime(owner, () => Promise.resolve(5_000_000));
    const before = nowMs();
    await learnTime(owner, async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return 5_000_000 + 100;
    });
    expect(nowMs() - before).toBeLessThan(1000);
    await learnTime(owner, () => Promise.resolve(9_000_000));
    expect(Math.abs(nowMs() - 9_000_000)).toBeLessThan(50);
  });
});
