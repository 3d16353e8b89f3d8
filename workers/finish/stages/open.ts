import { bytesOf } from '../../image/bytes';
import { ageMonthsOf, namesCamera, orientationOf, withoutOrientation } from '../../image/exif';
import { GroundedPicture } from '../../image/grounded';
import type { Picture } from '../../image/picture';
import { sniff, type Sniffed } from '../../image/sniff';
import { TurnedPicture } from '../../image/turned';
import { checkWhole, mayLackRows } from '../../image/whole';
import type { FileFacts } from '../../measures/measure';
import { namedColours, type Colour } from '../../standard/colours';
import type { DecodePicture } from '../engines';

export interface Opened {
  picture: Picture;
  /** Of a file that was uploaded; absent for our own camera's stills. */
  file?: FileFacts;
}

/**
 * A picture, and what its file says of it; the file is read and its content looked at once. What shows through a
 * cut-out is the standard's background: with it behind, the sitter's edges stay as they were cut.
 *
 * @throws CoreError as `bytesOf`, `sniff` and `checkWhole`; as the decoder, where that refuses it
 */
export async function open(
  source: Blob | Picture,
  decode: DecodePicture,
  background: { colour: Colour } | null
): Promise<Opened> {
  if (!(source instanceof Blob)) return { picture: source };
  const bytes = await bytesOf(source);
  const sniffed = sniff(bytes);
  const decoded = await decodeUpright(bytes, sniffed, decode);
  const picture = sniffed.transparent
    ? new GroundedPicture(decoded, background?.colour ?? namedColours.white!)
    : decoded;
  const { width, height } = picture;
  const ageMonths = ageMonthsOf(bytes, Date.now());
  const file: FileFacts = {
    type: sniffed.type,
    bytes: bytes.length,
    width,
    height,
    camera: namesCamera(bytes),
    ...(ageMonths !== null && { ageMonths })
  };
  return { picture, file };
}

/** JPEG, HEIC and AVIF are turned by every browser as their files say, PNG and WebP by some. */
async function decodeUpright(
  bytes: Uint8Array<ArrayBuffer>,
  sniffed: Sniffed,
  decode: DecodePicture
): Promise<Picture> {
  const orientation = ['png', 'webp'].includes(sniffed.type) ? orientationOf(bytes) : 1;
  if (orientation === 1) return decodeWhole(bytes, sniffed, decode);
  return new TurnedPicture(await decodeWhole(withoutOrientation(bytes), sniffed, decode), orientation);
}

/** Decoded and all there; a PNG is inflated once more for it only where it is refused or may lack rows. */
async function decodeWhole(
  bytes: Uint8Array<ArrayBuffer>,
  sniffed: Sniffed,
  decode: DecodePicture
): Promise<Picture> {
  if (sniffed.type !== 'png') {
    await checkWhole(bytes, sniffed.type);
    return decode(bytes, sniffed);
  }
  let picture: Picture | undefined;
  try {
    picture = await decode(bytes, sniffed);
    if (mayLackRows(bytes, picture)) await checkWhole(bytes, 'png');
    return picture;
  } catch (cause) {
    if (picture) picture.close();
    else await checkWhole(bytes, 'png');
    throw cause;
  }
}
