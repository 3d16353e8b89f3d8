import * as v from 'valibot';
import { detailsSchema, registrationSchema, reportSchema } from '$lib/submission/contract';
import type { OutboxItem } from '$lib/submission/outbox-item';

/** What is inside an envelope: 4 bytes length of the JSON (big-endian), the JSON, the JPEG. */
export function packItem({ jpeg, ...rest }: OutboxItem): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(rest));
  const packed = new Uint8Array(4 + head.length + jpeg.length);
  new DataView(packed.buffer).setUint32(0, head.length);
  packed.set(head, 4);
  packed.set(jpeg, 4 + head.length);
  return packed;
}

const headSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/)),
  registration: registrationSchema,
  report: reportSchema,
  details: v.optional(detailsSchema)
});

/** Who sealed it is not known, so nothing in it is trusted: null when it is not what `packItem` makes. */
export function unpackItem(packed: Uint8Array<ArrayBuffer>) {
  try {
    const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0);
    const head: unknown = JSON.parse(new TextDecoder().decode(packed.subarray(4, 4 + length)));
    return { ...v.parse(headSchema, head), jpeg: packed.slice(4 + length) };
  } catch {
    // not what a kiosk packs
    return null;
  }
}
