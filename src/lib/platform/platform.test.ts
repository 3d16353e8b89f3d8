import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listen, tellAll } from './channel';
import { exclusive } from './exclusive';
import { randomId } from './random-id';
import { timeLimit } from './time-limit';

afterEach(() => void vi.unstubAllGlobals());

describe('what an older browser is given instead', () => {
  it('is a UUID of version 4 without randomUUID, another each time', () => {
    const { crypto } = globalThis;
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
    const ids = Array.from({ length: 1000 }, randomId);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(1000);
  });

  it('is a signal that aborts with TimeoutError, not before its time', () => {
    vi.useFakeTimers();
    const native = AbortSignal.timeout;
    try {
      (AbortSignal as { timeout?: unknown }).timeout = undefined;
      const signal = timeLimit(5000);
      vi.advanceTimersByTime(4999);
      expect(signal.aborted).toBe(false);
      vi.advanceTimersByTime(1);
      expect(signal.aborted).toBe(true);
      expect((signal.reason as DOMException).name).toBe('TimeoutError');
    } finally {
      AbortSignal.timeout = native;
      vi.useRealTimers();
    }
  });
});

describe('a change without BroadcastChannel', () => {
  /** Another page of the same browser hears what is written, as a storage event. */
  const page = new EventTarget();
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    vi.stubGlobal('BroadcastChannel', undefined);
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    vi.stubGlobal('localStorage', {
      setItem: (key: string) => written.push(key),
      removeItem: (key: string) => written.push(`-${key}`)
    });
  });
  const stored = (key: string, newValue: string | null) =>
    page.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));

  it('is written for the other pages and told to this one', async () => {
    const heard = vi.fn();
    const stop = listen('a', heard);
    tellAll('a');
    tellAll('b');
    await Promise.resolve();
    expect(heard).toHaveBeenCalledOnce();
    expect(written).toEqual(['a', '-a', 'b', '-b']);
    stop();
  });

  it('is heard from other pages once, under its own name, until it is stopped', () => {
    const heard = vi.fn();
    const stop = listen('a', heard);
    stored('a', '0.5');
    stored('a', null);
    stored('b', '0.5');
    expect(heard).toHaveBeenCalledOnce();
    stop();
    stored('a', '0.6');
    expect(heard).toHaveBeenCalledOnce();
  });

  it('never throws where storage is switched off', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(() => tellAll('a')).not.toThrow();
  });
});

describe('work that waits for its turn', () => {
  const locks = (request: (name: string, work: () => Promise<unknown>) => Promise<unknown>) =>
    vi.stubGlobal('navigator', { locks: { request } });

  it('is done once, when the turn comes', async () => {
    const work = vi.fn(() => Promise.resolve(7));
    locks((_, once) => once());
    expect(await exclusive('a', work, 1000)).toBe(7);
    expect(work).toHaveBeenCalledOnce();
  });

  it('is done without one that never comes, and not again should it come later', async () => {
    const turns: (() => Promise<unknown>)[] = [];
    const work = vi.fn(() => Promise.resolve(7));
    locks((_, once) => {
      turns.push(once);
      return new Promise(() => undefined);
    });
    expect(await exclusive('a', work, 20)).toBe(7);
    await turns[0]!();
    expect(work).toHaveBeenCalledOnce();
  });

  it('is done where turns are forbidden, and throws what it throws', async () => {
    locks(() => Promise.reject(new DOMException('', 'SecurityError')));
    expect(await exclusive('a', () => Promise.resolve(7), 1000)).toBe(7);
    await expect(exclusive('a', () => Promise.reject(new Error('own')), 1000)).rejects.toThrow('own');
  });
});
