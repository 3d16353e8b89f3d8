import { ConfigError } from '../config-error';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Our own envelope for the payload of a collection code, for units that issue codes themselves:
 *
 *     GF1.KEYID.BASE64URL(nonce 12 bytes ‖ ciphertext ‖ tag 16 bytes)
 *
 * AES-256-GCM (NIST SP 800-38D) over the UTF-8 JSON of the fields; `GF1.KEYID` is authenticated with it, so that a
 * token cannot be passed off under another key's name.
 */
const version = 'GF1';
const nonceBytes = 12;
const tagBytes = 16;
const form = /^GF1\.([0-9a-z]{1,16})\.([0-9A-Za-z_-]{38,4000})$/;

/** Keys by id; each 32 bytes. */
export type CodeKeys = ReadonlyMap<string, Uint8Array>;

/** Seals any JSON value. @throws when the key id or the key is not of the envelope's form */
export function seal(value: unknown, keyId: string, key: Uint8Array): string {
  if (!/^[0-9a-z]{1,16}$/.test(keyId)) throw new Error('a key id is 1 to 16 lower-case letters and digits');
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(`${version}.${keyId}`));
  const sealed = Buffer.concat([
    nonce,
    cipher.update(JSON.stringify(value), 'utf8'),
    cipher.final(),
    cipher.getAuthTag()
  ]);
  return `${version}.${keyId}.${sealed.toString('base64url')}`;
}

/** What was sealed, or null when the token is not ours, was altered, or is under a key we do not hold. */
export function open(token: string, keys: CodeKeys): unknown {
  const [, keyId, body] = form.exec(token.trim()) ?? [];
  const key = keyId === undefined ? undefined : keys.get(keyId);
  if (!key || body === undefined) return null;
  const sealed = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes))
      .setAAD(Buffer.from(`${version}.${keyId}`))
      .setAuthTag(sealed.subarray(-tagBytes));
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as unknown;
  } catch {
    // sealed by another key, or altered: which of the two nobody can know
    return null;
  }
}

/**
 * Keys of the configuration, of `setting`: `id:base64` pairs separated by commas.
 *
 * @throws ConfigError when a pair is not of that form or a key is not 32 bytes
 */
export function readKeys(text: string, setting = 'GRADFRAME_CODE_KEYS'): CodeKeys {
  const keys = new Map<string, Uint8Array>();
  for (const pair of text.split(',').filter((part) => part.trim())) {
    const [id = '', encoded = ''] = pair.trim().split(':');
    const key = Buffer.from(encoded, 'base64');
    if (!/^[0-9a-z]{1,16}$/.test(id) || key.length !== 32)
      throw new ConfigError(`${setting}: keys are id:base64 pairs of 32-byte keys, separated by commas`);
    keys.set(id, key);
  }
  return keys;
}
