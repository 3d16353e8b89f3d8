import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { fromBase64, toBase64 } from './base64';
import { hexOf } from './hex';

/**
 * Seals what a kiosk keeps so that only the endpoint can read it: HPKE (RFC 9180), base mode, DHKEM(P-256,
 * HKDF-SHA256), HKDF-SHA256, AES-256-GCM. The envelope: 8 bytes key id, 65 bytes encapsulated key, ciphertext.
 * The key id is authenticated along with the content.
 */
const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm()
});
const info = new TextEncoder().encode('gradframe kiosk 1');
const idBytes = 8;
const encapsulatedBytes = 65;
const tagBytes = 16;

/** A key pair of the endpoint, raw and in base64. */
export interface KioskKey {
  /** 16 hex digits. */
  id: string;
  public: string;
  private: string;
}

/** A fresh pair of keys under a random id. */
export async function newKioskKey(): Promise<KioskKey> {
  const pair = await suite.kem.generateKeyPair();
  return {
    id: hexOf(crypto.getRandomValues(new Uint8Array(idBytes))),
    public: toBase64(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))),
    private: toBase64(new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey)))
  };
}

/** @throws HpkeError when the key is none */
export async function seal(
  key: Pick<KioskKey, 'id' | 'public'>,
  content: Uint8Array<ArrayBuffer>
): Promise<Uint8Array<ArrayBuffer>> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(fromBase64(key.public).buffer);
  const sender = await suite.createSenderContext({ recipientPublicKey, info: info.buffer });
  const aad = fromHex(key.id);
  const sealed = new Uint8Array(await sender.seal(content.buffer, aad.buffer));
  const envelope = new Uint8Array(idBytes + encapsulatedBytes + sealed.length);
  envelope.set(aad);
  envelope.set(new Uint8Array(sender.enc), idBytes);
  envelope.set(sealed, idBytes + encapsulatedBytes);
  return envelope;
}

/** Id of the key that an envelope is sealed to; null when it is too short for one. */
export function keyIdOf(envelope: Uint8Array): string | null {
  if (envelope.length <= idBytes + encapsulatedBytes + tagBytes) return null;
  return hexOf(envelope.subarray(0, idBytes));
}

/** The content; null when no key of these fits, or a bit of the envelope was changed. */
export async function unseal(
  keys: readonly KioskKey[],
  envelope: Uint8Array
): Promise<Uint8Array<ArrayBuffer> | null> {
  const id = keyIdOf(envelope);
  if (id === null) return null;
  const aad = envelope.slice(0, idBytes);
  const key = keys.find((one) => one.id === id);
  if (!key) return null;
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(fromBase64(key.private).buffer);
    const enc = envelope.slice(idBytes, idBytes + encapsulatedBytes).buffer;
    const recipient = await suite.createRecipientContext({ recipientKey, enc, info: info.buffer });
    return new Uint8Array(
      await recipient.open(envelope.slice(idBytes + encapsulatedBytes).buffer, aad.buffer)
    );
  } catch {
    // sealed to another key, or altered: which of the two nobody can know
    return null;
  }
}

const fromHex = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
