import { CoreError } from '../errors';

/**
 * The bytes of a file that was chosen.
 *
 * @throws CoreError `file.truncated` where it cannot be read: still in a cloud, or moved since it was chosen
 */
export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new CoreError('file.truncated', { cause });
  }
}
