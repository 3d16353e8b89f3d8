import { kindOf } from './names';
import type { FoundPicture } from './plan';

/** A picture that can be read when its turn comes. */
export interface SourcePicture extends FoundPicture {
  open(): Promise<Blob>;
}

/** What was dropped or chosen: pictures by path, and files that may be a sheet of names and numbers. */
export interface Source {
  pictures: SourcePicture[];
  sheets: { name: string; content: Blob }[];
  /** To open it again after a reload, where the browser gives one. */
  handle: FileSystemHandle | null;
}

const isZip = (name: string) => /\.zip$/i.test(name);

/**
 * Files as chosen, folders' with their relative paths, ZIPs opened without unpacking them.
 *
 * @throws Error where a ZIP cannot be read
 */
export async function sourceOf(
  files: readonly File[],
  handle: FileSystemHandle | null = null
): Promise<Source> {
  const source: Source = { pictures: [], sheets: [], handle };
  for (const file of files) {
    if (isZip(file.name)) await addZip(source, file);
    else add(source, file.webkitRelativePath || file.name, file);
  }
  return source;
}

function add(source: Source, path: string, file: File): void {
  const kind = kindOf(path);
  if (kind === 'picture')
    source.pictures.push({
      path,
      size: file.size,
      modified: file.lastModified,
      open: () => Promise.resolve(file)
    });
  else if (kind === 'sheet') source.sheets.push({ name: file.name, content: file });
}

/** Chinese Windows writes names of old ZIPs in its own code page. */
const nameIn = (raw: Uint8Array) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    // no UTF-8
    return new TextDecoder('gb18030').decode(raw);
  }
};

async function addZip(source: Source, file: Blob): Promise<void> {
  const { BlobReader, BlobWriter, ZipReader, configure } = await import('@zip.js/zip.js');
  // Its workers come from blob: addresses, which the page's policy refuses; the browser's own decompression needs none.
  configure({ useWebWorkers: false });
  for (const entry of await new ZipReader(new BlobReader(file)).getEntries()) {
    if (entry.directory) continue;
    const path = entry.filenameUTF8 ? entry.filename : nameIn(entry.rawFilename);
    const open = () => entry.getData(new BlobWriter());
    const kind = kindOf(path);
    if (kind === 'picture')
      source.pictures.push({ path, size: entry.uncompressedSize, modified: Number(entry.lastModDate), open });
    else if (kind === 'sheet') source.sheets.push({ name: path, content: await open() });
  }
}

/** In Chromium only, and not among TypeScript's types. */
interface GivesHandle {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}
interface AsksPermission {
  requestPermission?: (how: { mode: 'read' }) => Promise<PermissionState>;
}

/** What was dropped: the folder's or file's handle where the browser gives it, else its entries. */
export async function droppedSource(items: DataTransferItemList): Promise<Source> {
  // Asked before anything is awaited: the list is empty afterwards.
  const given = [...items].filter(({ kind }) => kind === 'file');
  const handles = given.map(
    (item) => (item as GivesHandle).getAsFileSystemHandle?.() ?? Promise.resolve(null)
  );
  const entries = given.map((item) => item.webkitGetAsEntry());
  const found = await Promise.all(handles);
  if (found.length === 1 && found[0]) return openHandle(found[0]);
  const files: { path: string; file: File }[] = [];
  for (const entry of entries) if (entry) await walkEntry(entry, files);
  return sourceOf(files.map(({ path, file }) => withPath(file, path)));
}

/** Opens a kept folder or file again. @throws DOMException `NotAllowedError` where the browser no longer lets */
export async function openHandle(handle: FileSystemHandle): Promise<Source> {
  const asked = await (handle as AsksPermission).requestPermission?.({ mode: 'read' });
  if (asked && asked !== 'granted') throw new DOMException('', 'NotAllowedError');
  if (handle.kind === 'file') return sourceOf([await (handle as FileSystemFileHandle).getFile()], handle);
  const files: File[] = [];
  await walkHandle(handle as FileSystemDirectoryHandle, handle.name, files);
  return sourceOf(files, handle);
}

async function walkHandle(folder: FileSystemDirectoryHandle, path: string, files: File[]): Promise<void> {
  for await (const entry of folder.values()) {
    const below = `${path}/${entry.name}`;
    if (entry.kind === 'directory') await walkHandle(entry as FileSystemDirectoryHandle, below, files);
    else if (kindOf(below) !== 'other' || isZip(below))
      files.push(withPath(await (entry as FileSystemFileHandle).getFile(), below));
  }
}

async function walkEntry(entry: FileSystemEntry, files: { path: string; file: File }[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject)
    );
    files.push({ path: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // Some hundred at a time, until none is left.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject)
    );
    if (some.length === 0) return;
    for (const one of some) await walkEntry(one, files);
  }
}

/** A file that tells its path as one of a chosen folder does. */
function withPath(file: File, path: string): File {
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}
