import { deflateSync, inflateSync } from 'fflate';
import * as v from 'valibot';
import { campaignSchema, type PublicCampaign } from './campaign';

/**
 * What turns a device into a kiosk: whom its queue is sealed to, and what it collects for. Nothing in it is secret.
 * Issued at the endpoint, carried as one line of text, pasted or as a QR code: `GFK2.` and the deflated JSON in base64url.
 */
export interface ProvisioningCode {
  version: 1;
  /** Client-made UUID of the kiosk, for the operator's lists. */
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
  /** Seconds without a touch until the countdown. */
  idleSeconds: number;
  /** Seconds of the countdown until everything is forgotten. */
  countdownSeconds: number;
}

const prefix = 'GFK2.';
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
  idleSeconds: v.pipe(v.number(), v.minValue(1), v.maxValue(3600)),
  countdownSeconds: v.pipe(v.number(), v.minValue(1), v.maxValue(600))
});

export function writeProvisioning(code: ProvisioningCode): string {
  const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(code)), { level: 9 });
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return prefix + btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The code out of what was pasted; spaces and line ends do not matter. Null when it is none. */
export function readProvisioning(text: string): ProvisioningCode | null {
  const packed = text.replace(/\s+/g, '');
  if (!packed.startsWith(prefix)) return null;
  try {
    const plain = atob(packed.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
    const json = inflateSync(bytes, { out: new Uint8Array(maxBytes) });
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder().decode(json)));
    return parsed.success ? parsed.output : null;
  } catch {
    // not what `code` prints
    return null;
  }
}
