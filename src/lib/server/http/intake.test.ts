import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { intake, type IntakeLimits } from './intake';

const limits: IntakeLimits = {
  bytes: 1000,
  bytesOfOne: 600,
  slowOfOne: 2,
  swiftMs: 2_000,
  quietMs: 10_000,
  pace: 10,
  deadlineMs: 60_000
};
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A body whose parts come when the test sends them. */
function sender(of = intake(limits), address = '203.0.113.1', maxBytes = 500) {
  let control!: ReadableStreamDefaultController<Uint8Array>;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (one) => void (control = one),
    cancel: () => void (cancelled = true)
  });
  const outcome = of.collect(body, address, maxBytes).then(
    (bytes) => bytes.length,
    (error: { code: string }) => error.code
  );
  return {
    outcome,
    gone: () => cancelled,
    async send(bytes: number) {
      control.enqueue(new Uint8Array(bytes));
      await vi.advanceTimersByTimeAsync(0);
    },
    end: () => control.close()
  };
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('collects what comes, and no more than it may take', async () => {
  const [good, large] = [sender(), sender()];
  await good.send(200);
  await good.send(300);
  good.end();
  expect(await good.outcome).toBe(500);
  await large.send(501);
  expect(await large.outcome).toBe('request.tooLarge');
});

it('ends who sends nothing, and who sends next to nothing', async () => {
  const [silent, dripping, steady] = [sender(), sender(), sender()];
  await silent.send(1);
  for (let second = 0; second < 11; second++) {
    await dripping.send(1);
    await steady.send(12);
    await pass(1000);
  }
  expect(await silent.outcome).toBe('request.slow');
  expect(await dripping.outcome).toBe('request.slow');
  expect(silent.gone() && dripping.gone()).toBe(true);
  steady.end();
  expect(await steady.outcome).toBe(132);
});

it('ends everybody in the end', async () => {
  const one = sender(intake(limits), '203.0.113.1', 100_000);
  for (let second = 0; second < 61; second++) {
    await one.send(10);
    await pass(1000);
  }
  expect(await one.outcome).toBe('request.slow');
});

it('takes a swift body however many slow ones of the same address are in hand, and keeps a few of those', async () => {
  const of = intake(limits);
  const slow = Array.from({ length: 200 }, () => sender(of));
  for (const one of slow) await one.send(1);
  const swift = sender(of);
  await swift.send(400);
  swift.end();
  expect(await swift.outcome).toBe(400);
  const better = [sender(of), sender(of)];
  for (const one of better) await one.send(100);
  await pass(3000);
  expect(slow.every((one) => one.gone())).toBe(true);
  for (const one of better) one.end();
  expect(await Promise.all(better.map(({ outcome }) => outcome))).toEqual([100, 100]);
});

it('takes no more memory than it may: the slowest of who holds most goes first, and what ended counts no more', async () => {
  const of = intake(limits);
  const greedy = [sender(of, '203.0.113.1'), sender(of, '203.0.113.1')];
  await greedy[0]!.send(250);
  await pass(100);
  await greedy[1]!.send(300);
  const other = sender(of, '203.0.113.2');
  await other.send(460);
  await pass(0);
  expect(await greedy[0]!.outcome).toBe('request.slow');
  other.end();
  expect(await other.outcome).toBe(460);
  greedy[1]!.end();
  expect(await greedy[1]!.outcome).toBe(300);
  for (let i = 0; i < 10; i++) {
    const next = sender(of, '203.0.113.1');
    await next.send(500);
    next.end();
    expect(await next.outcome).toBe(500);
  }
});

it('tells a body that broke off', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (control) => control.error(new Error('aborted'))
  });
  await expect(intake(limits).collect(body, '203.0.113.1', 10)).rejects.toMatchObject({
    code: 'request.malformed'
  });
});
