import type { ReceiptStatus } from '$lib/api/contracts/receipt';
import { isProblemCode, type Problem } from '$lib/api/problems';
import { timeLimit } from '$lib/platform/time-limit';

/** How it stands with the photo of a receipt; else why that cannot be told. */
export async function lookUp(
  studentNumber: string,
  receipt: string
): Promise<ReceiptStatus | 'unknown' | 'tooMany' | 'unreachable'> {
  try {
    const response = await fetch('/api/v1/receipts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ studentNumber, receipt }),
      cache: 'no-store',
      signal: timeLimit(20_000)
    });
    if (response.ok) return (await response.json()) as ReceiptStatus;
    // A proxy’s page has no code.
    const { code } = (await response.json().catch(() => ({}))) as Partial<Problem>;
    if (!isProblemCode(code)) return 'unreachable';
    return code === 'request.tooMany' ? 'tooMany' : code === 'server.unavailable' ? 'unreachable' : 'unknown';
  } catch {
    // no network, or no answer in time
    return 'unreachable';
  }
}
