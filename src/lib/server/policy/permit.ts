import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a permit says, signed; see `$lib/api/contracts/permit`. */
export interface PermitContent {
  id: string;
  campaign: string;
  subject: string;
  count: number;
  /** ms since 1970. */
  from: number;
  until: number;
}

const signature = (key: Buffer, body: string) => createHmac('sha256', key).update(`permit:${body}`).digest();

/** `BODY.SIGNATURE`, both base64url; HMAC-SHA-256, for nobody but the endpoint reads it. */
export function signPermit(key: Buffer, content: PermitContent): string {
  const body = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${body}.${signature(key, body).toString('base64url')}`;
}

/** What it says, or null when this endpoint did not sign it. */
export function readPermit(key: Buffer, token: string): PermitContent | null {
  const [body = '', signed = ''] = token.split('.');
  const [given, wanted] = [Buffer.from(signed, 'base64url'), signature(key, body)];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as PermitContent;
}
