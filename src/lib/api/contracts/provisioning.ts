import { deflateSync, inflateSync } from 'fflate';
import * as v from 'valibot';
import { hexOf } from '../hex';
import { campaignSchema, type PublicCampaign } from './campaign';

/**
 * What turns a device into a kiosk: whom its queue is sealed to, and what it collects for. Nothing in it is secret.
 * Issued and signed at the endpoint, good once and for a while, carried as one line of text, pasted or as a QR code:
 * `GFK3.`, the deflated JSON, `.`, its ECDSA signature (P-256, SHA-256, raw); both in base64url.
 */
export interface ProvisioningCode {
  version: 1;
  /** UUID of the kiosk, for the operator's lists. */
  kiosk: string;
  /** What the operator calls the place. */
  name: string;
  key: {
    id: string;
    /** Uncompressed P-256 point, base64. */
    public: string;
  };
  campaign: PublicCampaign;
  /** ISO 8601, by the endpoint's clock: a kiosk whose clock is before it is slow. */
  issuedAt: string;
  /** ISO 8601, by the endpoint's clock: until then it turns one device into a kiosk. */
  until: string;
  /** Seconds without a touch until the countdown. */
  idleSeconds: number;
  /** Seconds of the countdown until everything is forgotten. */
  countdownSeconds: number;
}

/** A code as it was read, and what its signature is of. */
interface ReadProvisioning {
  code: ProvisioningCode;
  signed: Uint8Array<ArrayBuffer>;
  signature: Uint8Array<ArrayBuffer>;
}

const prefix = 'GFK3.';
/** Of a code; keeps what was not made here from filling the memory. */
const maxBytes = 64_000;

const schema = v.strictObject({
  version: v.literal(1),
  kiosk: v.pipe(v.string(), v.uuid()),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  key: v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
    public: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{87}=$/))
  }),
  campaign: v.omit(campaignSchema, ['limits', 'review']),
  issuedAt: v.pipe(v.string(), v.isoTimestamp()),
  until: v.pipe(v.string(), v.isoTimestamp()),
  idleSeconds: v.pipe(v.number(), v.minValue(1), v.maxValue(3600)),
  countdownSeconds: v.pipe(v.number(), v.minValue(1), v.maxValue(600))
});

/** The bytes that are signed. */
export const packProvisioning = (code: ProvisioningCode): Uint8Array<ArrayBuffer> =>
  deflateSync(new TextEncoder().encode(JSON.stringify(code)), { level: 9 });

/** The code's text, of the bytes that were signed and their signature. */
export const writeProvisioning = (signed: Uint8Array, signature: Uint8Array): string =>
  `${prefix}${toText(signed)}.${toText(signature)}`;

/** The code out of what was pasted; spaces and line ends do not matter. Null when it is none. */
export function readProvisioning(text: string): ReadProvisioning | null {
  const packed = text.replace(/\s+/g, '');
  if (!packed.startsWith(prefix)) return null;
  try {
    const [signed, signature] = packed.slice(prefix.length).split('.').map(fromText);
    if (!signed || signature?.length !== 64) return null;
    const json = inflateSync(signed, { out: new Uint8Array(maxBytes) });
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder().decode(json)));
    return parsed.success ? { code: parsed.output, signed, signature } : null;
  } catch {
    // not what `code` prints
    return null;
  }
}

/**
 * Whether the endpoint signed it.
 *
 * @param signer the endpoint's key: an uncompressed P-256 point, base64
 */
export async function isSignedBy({ signed, signature }: ReadProvisioning, signer: string): Promise<boolean> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const point = Uint8Array.from(atob(signer), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', point, algorithm, false, ['verify']);
  return crypto.subtle.verify(algorithm, key, signature, signed);
}

/** By what people compare a key: the first 64 bits of its SHA-256, in groups of four hex digits. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(publicKey)));
  return hexOf(hash.subarray(0, 8)).match(/.{4}/g)!.join(' ');
}

function toText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const fromText = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
