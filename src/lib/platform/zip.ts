import type { FileEntry } from '@zip.js/zip.js';

/** A file in a ZIP, which is unpacked when it is opened. */
export interface ZippedFile {
  /** With `/` between folders, below where the ZIP stands, whatever else it says. */
  path: string;
  /** As the ZIP says, bytes. */
  size: number;
  /** ms since 1970. */
  modified: number;
  /** @throws Error where it is damaged, encrypted, or larger than the ZIP says */
  open(): Promise<Blob>;
}

/** The library, ready for a page. */
export async function zipLibrary(): Promise<typeof import('@zip.js/zip.js')> {
  const zip = await import('@zip.js/zip.js');
  // Its workers come from blob: addresses, which the page's policy refuses; the browser's own decompression needs none.
  zip.configure({ useWebWorkers: false });
  return zip;
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

/** A file's path in its ZIP: Windows' programs part folders by backslashes, and no path leads out of the ZIP. */
export const pathOf = (entry: FileEntry): string =>
  (entry.filenameUTF8 ? entry.filename : nameIn(entry.rawFilename))
    .split(/[/\\]/)
    .filter((part) => !/^(\.{0,2}|[A-Za-z]:)$/.test(part))
    .join('/');

/**
 * The files in a ZIP of any size, read in parts.
 *
 * @throws Error where it is none
 */
export async function zippedFiles(zip: Blob): Promise<ZippedFile[]> {
  const { BlobReader, ZipReader } = await zipLibrary();
  const files: ZippedFile[] = [];
  const reader = new ZipReader(new BlobReader(zip), { filenameValidation: 'tolerant' });
  for await (const entry of reader.getEntriesGenerator()) {
    if (entry.directory) continue;
    const size = entry.uncompressedSize;
    files.push({
      path: pathOf(entry),
      size,
      modified: Number(entry.lastModDate),
      async open() {
        const parts = new Parts(size);
        await entry.getData(new WritableStream(parts));
        return new Blob(parts.all);
      }
    });
  }
  return files;
}

/** Collects what is unpacked, and no more than was said. */
class Parts implements UnderlyingSink<Uint8Array<ArrayBuffer>> {
  readonly all: Uint8Array<ArrayBuffer>[] = [];
  #left: number;
  constructor(size: number) {
    this.#left = size;
  }
  write(part: Uint8Array<ArrayBuffer>): void {
    this.#left -= part.length;
    if (this.#left < 0) throw new RangeError('larger than the ZIP says');
    this.all.push(part);
  }
}
