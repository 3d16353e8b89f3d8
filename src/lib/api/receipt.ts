import { hexOf } from './hex';

/** Base 32 without letters that look like digits (Crockford). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 8;

/** As it is shown and typed: `7K3F-92QD`. */
export const receiptPattern = /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/**
 * The receipt number of a submission, from the SHA-256 (hexadecimal) of its key: 40 bits that say nothing of the
 * student and that nobody guesses within the limits of the endpoint. Device and endpoint come to the same by themselves.
 *
 * @throws TypeError where the browser has no cryptography, as at an address that is not secure
 */
export const receiptOf = (keyHash: string): Promise<string> => shortCodeOf(`gradframe receipt ${keyHash}`);

/** The first 40 bits of a text's SHA-256, to be read out and typed. @throws TypeError as `receiptOf` does */
export async function shortCodeOf(of: string): Promise<string> {
  const hash = new Uint8Array(await digest(of));
  let bits = 0n;
  for (const byte of hash.subarray(0, (length * 5) / 8)) bits = (bits << 8n) | BigInt(byte);
  const text = Array.from(
    { length },
    (_, at) => letters[Number((bits >> BigInt(5 * (length - 1 - at))) & 31n)]
  );
  return `${text.slice(0, 4).join('')}-${text.slice(4).join('')}`;
}

/** The same from the key itself. */
export async function receiptOfKey(key: string): Promise<string> {
  return receiptOf(hexOf(new Uint8Array(await digest(key))));
}

/** What somebody typed, as it is written: small letters, spaces and look-alikes are taken for what they mean. */
export function shortCodeFrom(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  const text = `${plain.slice(0, 4)}-${plain.slice(4)}`;
  return receiptPattern.test(text) ? text : null;
}

const digest = (text: string) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
