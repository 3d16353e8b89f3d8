import { fromBase64, toBase64 } from '$lib/api/base64';
import { hexOf } from '$lib/api/hex';
import { shortCodeOf } from '$lib/api/receipt';

/** First line of an export; each further line is one envelope in base64. */
export interface QueueHead {
  format: 'gradframe-queue-1';
  kiosk: string;
  name: string;
  /** Counts this kiosk's exports. */
  number: number;
  items: number;
}

/** The file an operator carries to the endpoint. Nobody but the endpoint can read what is in it. */
export function writeQueue(
  head: Pick<QueueHead, 'kiosk' | 'name' | 'number'>,
  envelopes: readonly Uint8Array[]
): string {
  const first: QueueHead = { format: 'gradframe-queue-1', ...head, items: envelopes.length };
  return [JSON.stringify(first), ...envelopes.map(toBase64), ''].join('\n');
}

/**
 * The check code of an export, which stands nowhere in it: only who has all of its envelopes can tell it. The import
 * does when every photo has arrived, and the kiosk asks for it before it deletes them.
 */
export async function checkOf(envelopes: readonly Uint8Array<ArrayBuffer>[]): Promise<string> {
  const hashes = await Promise.all(envelopes.map((one) => crypto.subtle.digest('SHA-256', one)));
  return shortCodeOf(`gradframe queue ${hashes.map((hash) => hexOf(new Uint8Array(hash))).join(' ')}`);
}

/** What an export holds. */
export interface ReadQueue {
  head: QueueHead;
  envelopes: Uint8Array<ArrayBuffer>[];
  /** Photos that the first line promises and the file does not hold whole: they are still in the kiosk. */
  missing: number;
}

/**
 * Whatever is whole in an export; what was cut off or spoilt on the way is counted.
 *
 * @throws Error when it is no export at all
 */
export function readQueue(text: string): ReadQueue {
  const [first = '', ...lines] = text.split(/\r?\n/);
  let head: Partial<QueueHead>;
  try {
    head = JSON.parse(first) as Partial<QueueHead>;
  } catch {
    // no JSON: no export
    throw new Error('this is no export of a kiosk');
  }
  if (head?.format !== 'gradframe-queue-1') throw new Error('this is no export of a kiosk');
  const envelopes = lines.filter((line) => line !== '').flatMap(envelopeIn);
  return {
    head: head as QueueHead,
    envelopes,
    missing: Math.max(0, (head.items ?? 0) - envelopes.length)
  };
}

function envelopeIn(line: string): Uint8Array<ArrayBuffer>[] {
  try {
    return [fromBase64(line)];
  } catch {
    // spoilt on the way: counted as missing
    return [];
  }
}
