import { CoreError } from '../errors';
import { sniff } from './sniff';

/**
 * A picture file as pixels on the browser's side, upright (EXIF orientation applied), after its content was
 * checked.
 *
 * @throws CoreError as `sniff`; `file.corrupt` when the decoder refuses it
 */
export async function decodeFile(file: Blob, limits?: { minSide: number }): Promise<ImageBitmap> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { type } = sniff(bytes, limits);
  try {
    return await createImageBitmap(new Blob([bytes], { type: `image/${type === 'heif' ? 'heic' : type}` }));
  } catch (cause) {
    throw new CoreError(type === 'heif' ? 'file.type' : 'file.corrupt', { cause });
  }
}
