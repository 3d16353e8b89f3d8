import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-256 in lower-case hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Whether two hashes are the same, in a time that tells nothing of where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length === y.length && timingSafeEqual(x, y);
}
