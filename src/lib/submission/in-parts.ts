import type { Received, SubmissionStatus } from '$lib/api/contracts/submission';
import type { Result } from '$lib/api/request';

/** Bytes of a part: some seconds of a network that is hardly there. */
export const partBytes = 16 * 1024;
/** A part that breaks right after one that arrived is tried again this much later, once. */
const againMs = 1000;

/**
 * Sends a body part by part, on from what arrived earlier.
 *
 * @param send sends one part under its `Content-Range`, or asks what is there
 * @param progress told the share that is there, 0…1
 * @returns the answer to the last part, or what went wrong
 */
export async function sendInParts(
  body: Blob,
  send: (part: Blob, range: string) => Promise<Result<SubmissionStatus | Received>>,
  progress: (share: number) => void
): Promise<Result<SubmissionStatus>> {
  let there = 0;
  let asks = true;
  // What arrived is forgotten when the endpoint starts anew; should that go on and on, it is given up.
  for (let left = 4 + 3 * Math.ceil(body.size / partBytes); left > 0; left--) {
    const part = asks ? body.slice(0, 0) : body.slice(there, there + partBytes);
    const where = asks ? '*' : `${there}-${there + part.size - 1}`;
    const answer = await send(part.slice(0, part.size, body.type), `bytes ${where}/${body.size}`);
    if (answer.ok) {
      const { value } = answer;
      if (!('received' in value)) return { ok: true, value };
      there = value.received;
      asks = false;
      progress(there / body.size);
    } else if (asks || !answer.retry) return answer;
    else {
      asks = true;
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
  return { ok: false, code: 'server.unavailable', retry: true };
}
