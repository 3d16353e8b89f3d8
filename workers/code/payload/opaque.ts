import type { PayloadFormat } from './payload';
import { webAddress } from './url';

/** Bytes an encrypted registration cannot do with less than: nonce, tag and a student number. */
const minTokenLength = 40;
/** The endpoint takes no more. */
const maxTokenLength = 4096;
/** Letters of base64, base64url or hex, with the dots of compact serialisations. */
const tokenPart = /[0-9A-Za-z+/_=.-]{40,}/g;
/** Part of the content that must be token for it to count as one: a prefix in clear is allowed. */
const minTokenShare = 0.6;
/** Bits a letter; English text with digits stays below when it has no spaces either, random hex reaches 3.9. */
const minEntropy = 3.3;
/** Services whose codes carry long tokens of their own. */
const foreignHosts = /(^|\.)(weixin|wechat|qq|alipay|alipayobjects|taobao|dingtalk|tenpay)\.(com|net|cn)$/i;

/**
 * Encrypted content, in text (the whole of it, behind a short prefix, or one parameter of a web address) or in
 * bytes that are no text. Bytes are passed on in base64url.
 */
export const opaque: PayloadFormat = {
  kind: 'opaque',
  parse(text, bytes) {
    if (!isText(text)) {
      return bytes.length >= minTokenLength && bytes.length <= (maxTokenLength * 3) / 4
        ? { kind: 'opaque', token: base64url(bytes) }
        : null;
    }
    const trimmed = text.trim();
    if (trimmed.length < minTokenLength || trimmed.length > maxTokenLength) return null;
    const address = webAddress(trimmed);
    if (address) {
      if (foreignHosts.test(address.hostname)) return null;
      const values = [...address.searchParams.values(), address.hash.slice(1)];
      return values.some(isDense) ? { kind: 'opaque', token: trimmed } : null;
    }
    if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return null;
    const token = trimmed.match(tokenPart)?.find(isDense);
    return token && token.length >= minTokenShare * trimmed.length
      ? { kind: 'opaque', token: trimmed }
      : null;
  }
};

/** True for text that looks drawn at random from a token's alphabet. */
function isDense(value: string): boolean {
  if (value.length < minTokenLength || !/^[0-9A-Za-z+/_=.-]+$/.test(value)) return false;
  if (/^\d+$/.test(value)) return value.length >= 2 * minTokenLength && entropy(value) > 3;
  // words joined by a separator are a title, not a token
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  const longestWord = Math.max(...value.split(/[-_.+/]/).map((word) => word.length));
  return longestWord >= 16 && entropy(value) >= minEntropy;
}

/** Shannon entropy in bits a letter. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const letter of value) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

/** False when the decoder could not make text of the bytes. */
function isText(text: string): boolean {
  if (text === '') return false;
  // eslint-disable-next-line no-control-regex -- control characters are what marks binary content
  return !/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd]/.test(text);
}

function base64url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
