import { json } from './json';
import { keyValue } from './key-value';
import { opaque } from './opaque';
import type { Payload, PayloadFormat } from './payload';
import { textsOf, type Content } from './text';
import { url } from './url';

export { checkFields } from './check';
export type { Payload, PayloadFields } from './payload';

/** Every format, in the order they are tried: readable ones first. */
const payloadFormats: readonly PayloadFormat[] = [json, keyValue, url, opaque];

/** Tells what a code's content is; content of no known format is `foreign`. Never throws. */
export function parsePayload(text: string, bytes: Uint8Array): Payload {
  for (const format of payloadFormats) {
    const payload = format.parse(text, bytes);
    if (payload) return payload;
  }
  return { kind: 'foreign' };
}

/** What a symbol says and is, in the encoding in which it makes sense. */
export function readPayload(content: Content): { text: string; payload: Payload } {
  const readings = textsOf(content).map((text) => ({ text, payload: parsePayload(text, content.bytes) }));
  return readings.find(({ payload }) => payload.kind !== 'foreign') ?? readings[0]!;
}
