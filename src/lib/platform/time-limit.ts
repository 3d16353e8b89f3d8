/**
 * A signal that aborts with a `TimeoutError` after `ms`. `AbortSignal.timeout` is missing before Safari 16 and
 * Chrome 103.
 */
export function timeLimit(ms: number): AbortSignal {
  if (typeof AbortSignal.timeout === 'function') return AbortSignal.timeout(ms);
  const controller = new AbortController();
  setTimeout(() => controller.abort(new DOMException('The operation timed out.', 'TimeoutError')), ms);
  return controller.signal;
}
