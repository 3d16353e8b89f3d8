import { sha256 } from '../crypto';
import { log } from '../log';
import type { PhotoFiles } from './files';

/** Whether a photo is what its name says; another under its name was put there by somebody else. */
export const isItself = (name: string, content: Uint8Array): boolean => sha256(content) === name;

/** Photos are held against their names: one that is not what its name says is in the log, and not there. */
export function verifiedFiles(inner: PhotoFiles): PhotoFiles {
  return {
    ...inner,
    async get(name) {
      const content = await inner.get(name);
      if (!content || isItself(name, content)) return content;
      log.error('photo.altered', undefined, { photo: name });
      return null;
    }
  };
}
