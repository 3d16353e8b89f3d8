import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PhotoFiles } from './files';
import { isItself } from './verified';

/** Keys by id, 32 bytes each; the first encrypts, all decrypt. */
export type FileKeys = ReadonlyMap<string, Uint8Array>;

const magic = Buffer.from('GFE1');
const ivLength = 12;
const tagLength = 16;

/**
 * Photos encrypted at rest, AES-256-GCM: `GFE1`, length and text of the key's id, 12 bytes IV, 16 bytes tag, content.
 * The name is bound to the content. Photos from before the keys are read as they are.
 */
export function encryptedFiles(inner: PhotoFiles, keys: FileKeys): PhotoFiles {
  const [[current, key]] = [...keys] as [[string, Uint8Array]];
  return {
    async put(sha256, content) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(sha256));
      const hidden = Buffer.concat([cipher.update(content), cipher.final()]);
      const head = Buffer.concat([magic, Buffer.from([current.length]), Buffer.from(current)]);
      await inner.put(sha256, Buffer.concat([head, iv, cipher.getAuthTag(), hidden]));
    },
    async get(sha256) {
      const kept = await inner.get(sha256);
      return kept && decrypt(sha256, Buffer.from(kept), keys);
    },
    remove: (sha256) => inner.remove(sha256),
    check: () => inner.check(),
    list: () => inner.list()
  };
}

/**
 * Encrypts what was kept in clear from before there were keys. One that is not what its name says stays as it is, and is
 * counted.
 */
export async function encryptPlain(
  stored: PhotoFiles,
  keys: FileKeys
): Promise<{ encrypted: number; altered: number }> {
  const hidden = encryptedFiles(stored, keys);
  const done = { encrypted: 0, altered: 0 };
  for await (const { sha256 } of stored.list()) {
    const content = await stored.get(sha256);
    if (!content || Buffer.from(content.subarray(0, magic.length)).equals(magic)) continue;
    if (isItself(sha256, content)) {
      await hidden.put(sha256, content);
      done.encrypted++;
    } else done.altered++;
  }
  return done;
}

/** @throws Error when the key is missing or the content was changed */
function decrypt(sha256: string, kept: Buffer, keys: FileKeys): Uint8Array<ArrayBuffer> {
  if (!kept.subarray(0, magic.length).equals(magic)) return new Uint8Array(kept);
  const ivAt = magic.length + 1 + kept[magic.length]!;
  const id = kept.subarray(magic.length + 1, ivAt).toString();
  const key = keys.get(id);
  if (!key) throw Object.assign(new Error('the key of a photo is missing'), { code: 'FILE_KEY' });
  const tagAt = ivAt + ivLength;
  const decipher = createDecipheriv('aes-256-gcm', key, kept.subarray(ivAt, tagAt))
    .setAAD(Buffer.from(sha256))
    .setAuthTag(kept.subarray(tagAt, tagAt + tagLength));
  return new Uint8Array(Buffer.concat([decipher.update(kept.subarray(tagAt + tagLength)), decipher.final()]));
}
