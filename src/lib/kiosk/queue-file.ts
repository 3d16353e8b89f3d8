import { fromBase64, toBase64 } from '$lib/api/envelope';

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

/** @throws Error that says what is wrong with the file: no export at all, or cut short on the way */
export function readQueue(text: string): { head: QueueHead; envelopes: Uint8Array<ArrayBuffer>[] } {
  const [first = '', ...lines] = text.split(/\r?\n/);
  let head: Partial<QueueHead>;
  try {
    head = JSON.parse(first) as Partial<QueueHead>;
  } catch {
    // no JSON: no export
    throw new Error('this is no export of a kiosk');
  }
  if (head?.format !== 'gradframe-queue-1') throw new Error('this is no export of a kiosk');
  const packed = lines.filter((line) => line !== '');
  if (packed.length !== head.items)
    throw new Error(`the file is cut short: ${packed.length} of ${head.items} photos are in it`);
  return { head: head as QueueHead, envelopes: packed.map(fromBase64) };
}
