import { bytesOf } from '../../image/bytes';
import { namesCamera } from '../../image/exif';
import type { Picture } from '../../image/picture';
import { sniff } from '../../image/sniff';
import type { FileFacts } from '../../measures/measure';
import type { DecodePicture } from '../engines';

export interface Opened {
  picture: Picture;
  /** Of a file that was uploaded; absent for our own camera's stills. */
  file?: FileFacts;
}

/**
 * A picture, and what its file says of it; the file is read and its content looked at once.
 *
 * @throws CoreError as `bytesOf` and `sniff`; `file.corrupt`, `file.type` where the decoder refuses it
 */
export async function open(source: Blob | Picture, decode: DecodePicture): Promise<Opened> {
  if (!(source instanceof Blob)) return { picture: source };
  const bytes = await bytesOf(source);
  const { type } = sniff(bytes);
  const picture = await decode(bytes, type);
  const { width, height } = picture;
  return { picture, file: { type, bytes: bytes.length, width, height, camera: namesCamera(bytes) } };
}
