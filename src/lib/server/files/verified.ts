import { createHash } from 'node:crypto';
import { log } from '../log';
import type { PhotoFiles } from './files';

/** Whether a photo is what its name says; another under its name was put there by somebody else. */
export const isItself = (sha256: string, content: Uint8Array): boolean =>
  createHash('sha256').update(content).digest('hex') === sha256;

/** Photos are held against their names: one that is not what its name says is in the log, and not there. */
export function verifiedFiles(inner: PhotoFiles): PhotoFiles {
  return {
    ...inner,
    async get(sha256) {
      const content = await inner.get(sha256);
      if (!content || isItself(sha256, content)) return content;
      log.error('photo.altered', undefined, { photo: sha256 });
      return null;
    }
  };
}
