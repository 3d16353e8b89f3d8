import { SourceError, type Source } from './found';
import { kindOf } from './names';
import { sourceOf, type Tell } from './source';

/** In Chromium only, and not among TypeScript's types. */
interface GivesHandle {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}
interface AsksPermission {
  requestPermission?: (how: { mode: 'read' }) => Promise<PermissionState>;
}

/**
 * What was dropped: the folder's or file's handle where the browser gives it, else its entries.
 *
 * @throws SourceError, DOMException
 */
export async function droppedSource(items: DataTransferItemList, tell?: Tell): Promise<Source> {
  // Asked before anything is awaited: the list is empty afterwards.
  const given = [...items].filter(({ kind }) => kind === 'file');
  const handles = given.map(
    (item) => (item as GivesHandle).getAsFileSystemHandle?.() ?? Promise.resolve(null)
  );
  const entries = given.map((item) => item.webkitGetAsEntry());
  const found = await Promise.all(handles);
  if (found.length === 1 && found[0]) return openHandle(found[0], tell);
  return sourceOf(filesOfEntries(entries), tell);
}

/** Opens a kept folder or file again. @throws SourceError, also where the browser no longer lets */
export async function openHandle(handle: FileSystemHandle, tell?: Tell): Promise<Source> {
  const asked = await (handle as AsksPermission).requestPermission?.({ mode: 'read' });
  if (asked && asked !== 'granted') throw new SourceError('bulk.notAllowed');
  return sourceOf(filesOfHandle(handle, handle.name), tell, handle);
}

async function* filesOfHandle(handle: FileSystemHandle, path: string): AsyncGenerator<File> {
  if (handle.kind === 'file') {
    yield withPath(await (handle as FileSystemFileHandle).getFile(), path);
    return;
  }
  for await (const entry of (handle as FileSystemDirectoryHandle).values()) {
    const below = `${path}/${entry.name}`;
    if (kindOf(below) !== 'litter') yield* filesOfHandle(entry, below);
  }
}

async function* filesOfEntries(entries: readonly (FileSystemEntry | null)[]): AsyncGenerator<File> {
  for (const entry of entries) {
    if (!entry || kindOf(entry.fullPath) === 'litter') continue;
    if (entry.isFile) {
      const file = await new Promise<File>((resolve, reject) =>
        (entry as FileSystemFileEntry).file(resolve, reject)
      );
      yield withPath(file, entry.fullPath.replace(/^\//, ''));
      continue;
    }
    const reader = (entry as FileSystemDirectoryEntry).createReader();
    for (;;) {
      // Some hundred at a time, until none is left.
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
        reader.readEntries(resolve, reject)
      );
      if (some.length === 0) break;
      yield* filesOfEntries(some);
    }
  }
}

/** A file that tells its path as one of a chosen folder does. */
function withPath(file: File, path: string): File {
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}
