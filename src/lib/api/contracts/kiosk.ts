/**
 * What a kiosk hands in, sealed to the endpoint; see `envelope.ts`.
 *
 *     POST /api/v1/kiosk/sealed     the envelope
 *       200, 201 it is here · problem as for a submission otherwise
 *     GET /api/v1/kiosk/keys
 *       200 `{signer}`: the key that codes for kiosks are signed with
 *     POST /api/v1/kiosk/join     {"code": "GFK3…", "device": UUID}
 *       204 the device is this code's kiosk; asking again is safe · problem `kiosk.foreign`, `kiosk.used`
 */
import * as v from 'valibot';
import type { Contract } from './contract';
import { key, uuid } from './parts';
import { registrationSchema } from './registration';
import { detailsSchema, reportSchema } from './submission';

/** A submission on its way, as a kiosk seals it. */
type Packed = v.InferInput<typeof headSchema> & { jpeg: Uint8Array<ArrayBuffer> };

/** What is inside an envelope: 4 bytes length of the JSON (big-endian), the JSON, the JPEG. */
export function packItem({ jpeg, ...rest }: Packed): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(rest));
  const packed = new Uint8Array(4 + head.length + jpeg.length);
  new DataView(packed.buffer).setUint32(0, head.length);
  packed.set(head, 4);
  packed.set(jpeg, 4 + head.length);
  return packed;
}

const headSchema = v.strictObject({
  id: uuid,
  key,
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

/** `device` is made for the occasion: who asks again is told from another device. */
export const joinSchema = v.strictObject({ code: v.pipe(v.string(), v.maxLength(8192)), device: uuid });

export const kioskApi = {
  keys: {
    method: 'GET',
    path: '/api/v1/kiosk/keys',
    answer: v.object({ signer: v.string() })
  },
  join: { method: 'POST', path: '/api/v1/kiosk/join', body: joinSchema },
  sealed: {
    method: 'POST',
    path: '/api/v1/kiosk/sealed',
    file: true,
    answer: v.object({}),
    timeoutMs: 60_000
  }
} as const satisfies Record<string, Contract>;
