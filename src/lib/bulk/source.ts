import { Found, type Source } from './found';
import { isZip } from './names';
import { addZip } from './zip';

/** Called with the number of pictures so far. */
export type Tell = (count: number) => void;

/**
 * Files as chosen, folders' with their relative paths, ZIPs opened without unpacking them.
 *
 * @throws SourceError where a ZIP cannot be read
 */
export async function sourceOf(
  files: Iterable<File> | AsyncIterable<File>,
  tell?: Tell,
  handle: FileSystemHandle | null = null
): Promise<Source> {
  const found = new Found(tell);
  for await (const file of files) {
    const path = file.webkitRelativePath || file.name;
    if (isZip(path)) await addZip(found, path, file);
    else found.add({ path, size: file.size, modified: file.lastModified, open: () => Promise.resolve(file) });
  }
  return found.source(handle);
}
