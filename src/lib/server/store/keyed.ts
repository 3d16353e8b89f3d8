import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { endpointSecret } from './secret';
import type { Sql } from './sql';

/**
 * A hash that nobody makes without this endpoint's key: for what there are so few of that a bare one is soon found,
 * such as student numbers and network addresses. Base64url, 43 characters.
 *
 * @param purpose each has a key of its own
 */
export async function keyedHash(sql: Sql, purpose: string, text: string): Promise<string> {
  return createHmac('sha256', await endpointSecret(sql, purpose))
    .update(text)
    .digest('base64url');
}

const ivBytes = 12;
const tagBytes = 16;

/** For what must be read again: AES-256-GCM under a key of this endpoint's own, bound to `of`. Base64. */
export async function sealText(sql: Sql, purpose: string, of: string, text: string): Promise<string> {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', await endpointSecret(sql, purpose), iv).setAAD(
    Buffer.from(of)
  );
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** The text that `sealText` sealed for the same purpose and subject. @throws Error when it is not what that made */
export async function openText(sql: Sql, purpose: string, of: string, sealed: string): Promise<string> {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await endpointSecret(sql, purpose),
    bytes.subarray(0, ivBytes)
  )
    .setAAD(Buffer.from(of))
    .setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString();
}
