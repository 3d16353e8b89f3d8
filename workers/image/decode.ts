import { CoreError } from '../errors';
import { sniff } from './sniff';

/**
 * A picture file as pixels on the browser's side, upright (EXIF orientation applied), after its content was
 * checked.
 *
 * @throws CoreError as `sniff`; `file.truncated` when it cannot be read to its end, `file.corrupt` when the decoder
 *   refuses it
 */
export async function decodeFile(file: Blob, limits?: { minSide: number }): Promise<ImageBitmap> {
  const bytes = await bytesOf(file);
  const { type } = sniff(bytes, limits);
  const typed = new Blob([bytes], { type: `image/${type === 'heif' ? 'heic' : type}` });
  try {
    return await createImageBitmap(typed);
  } catch (cause) {
    throw new CoreError(type === 'heif' ? 'file.type' : 'file.corrupt', { cause });
  }
}

/** A file that is still in a cloud, or was moved since it was chosen, cannot be read. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new CoreError('file.truncated', { cause });
  }
}
