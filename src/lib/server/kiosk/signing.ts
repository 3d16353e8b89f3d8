import { createECDH, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { endpointSecret } from '../store/secret';
import type { Sql } from '../store/sql';

interface SigningKey {
  /** Uncompressed P-256 point, base64. */
  public: string;
  private: KeyObject;
}

/** The endpoint's own key for kiosks' codes, ECDSA over P-256; the same for every server over this database. */
export async function signingKey(sql: Sql): Promise<SigningKey> {
  const secret = await endpointSecret(sql, 'kiosk codes');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  const jwk = {
    ...{ kty: 'EC', crv: 'P-256' },
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
    d: secret.toString('base64url')
  };
  return { public: point.toString('base64'), private: createPrivateKey({ key: jwk, format: 'jwk' }) };
}

/** Raw signature, 64 bytes, as browsers verify it. */
export const signed = (key: SigningKey, bytes: Uint8Array): Buffer =>
  sign('sha256', bytes, { key: key.private, dsaEncoding: 'ieee-p1363' });

/** Whether the signature is this key's over these bytes. */
export const isSigned = (key: SigningKey, bytes: Uint8Array, signature: Uint8Array): boolean =>
  verify('sha256', bytes, { key: createPublicKey(key.private), dsaEncoding: 'ieee-p1363' }, signature);
