import type { FileEntry, ZipReader } from '@zip.js/zip.js';
import { debugLog } from '$lib/log/debug-log';
import { pathOf, zipLibrary } from '$lib/platform/zip';
import { SourceError, type Found, type SourceErrorCode } from './found';
import { isZip, kindOf } from './names';
import type { SourceProblem } from './plan';

/** A ZIP inside a ZIP is unpacked as a whole to be read; a larger one is left to be unpacked by hand, bytes. */
const largestInner = 500_000_000;
/** A ZIP that was meant for several disks begins with a mark (APPNOTE 8.5.4), bytes. */
const spanMark = 4;
/** ZIPs inside ZIPs are opened so deep. */
const deepest = 2;

/**
 * Adds what a ZIP holds, without unpacking it: only its list of contents is read. ZIPs inside it are opened as well.
 *
 * @param at its own path, below which its contents are
 * @throws SourceError where the ZIP is not whole, one part of several, or locked in all its pictures
 */
export async function addZip(found: Found, at: string, file: Blob, depth = 0): Promise<void> {
  const zip = await zipLibrary();
  // Nothing is written by these names, so that one that leads out of its folder does no harm.
  const how = { filenameValidation: 'tolerant', checkSignature: true } as const;
  const entries = await entriesOf(new zip.ZipReader(new zip.BlobReader(file), how), at);
  // The list of contents is that of a ZIP or workbook inside, which was whole where this one was cut.
  if (entries.length > 0 && entries.every(({ offset }) => offset > spanMark))
    throw new SourceError('bulk.zipBroken', at);
  const named = entries.map((entry) => ({ entry, path: `${at}/${pathOf(entry)}` }));
  const pictures = named.filter(({ path }) => kindOf(path) === 'picture');
  if (pictures.length > 0 && pictures.every(({ entry }) => entry.encrypted))
    throw new SourceError('bulk.encrypted', at);
  const methods = zip.getSupportedCompressionMethods().filter(({ decompression }) => decompression);
  const readable = new Set(methods.map(({ compressionMethod }) => compressionMethod));
  for (const { entry, path } of named) {
    const open = () => entry.getData(new zip.BlobWriter());
    const problem: SourceProblem | null = entry.encrypted
      ? 'encrypted'
      : readable.has(entry.compressionMethod)
        ? null
        : 'compression';
    const isInner = isZip(path) && kindOf(path) === 'archive' && !problem && depth < deepest;
    if (isInner && entry.uncompressedSize <= largestInner && (await addInner(found, path, open, depth)))
      continue;
    found.add({ path, size: entry.uncompressedSize, modified: Number(entry.lastModDate), problem, open });
  }
}

/** Answers whether it could be opened. */
async function addInner(
  found: Found,
  path: string,
  open: () => Promise<Blob>,
  depth: number
): Promise<boolean> {
  try {
    await addZip(found, path, await open(), depth + 1);
    return true;
  } catch (error) {
    if (error instanceof DOMException) throw error;
    debugLog.warn('bulk.innerZip', error);
    // It is told with what stays here, as an archive to be unpacked.
    return false;
  }
}

async function entriesOf(reader: ZipReader<Blob>, at: string): Promise<FileEntry[]> {
  try {
    const entries = await reader.getEntries();
    return entries.filter((entry): entry is FileEntry => !entry.directory);
  } catch (cause) {
    if (cause instanceof DOMException) throw cause;
    const { ERR_SPLIT_ZIP_FILE, ERR_ENCRYPTED_CENTRAL_DIRECTORY } = await zipLibrary();
    const codes: Record<string, SourceErrorCode> = {
      [ERR_SPLIT_ZIP_FILE]: 'bulk.zipSplit',
      [ERR_ENCRYPTED_CENTRAL_DIRECTORY]: 'bulk.encrypted'
    };
    throw new SourceError(codes[(cause as Error).message] ?? 'bulk.zipBroken', at, { cause });
  }
}
