import type { Orientation } from './turned';

const soi = 0xffd8;
const app1 = 0xffe1;
const sos = 0xffda;
/** TIFF tags: the camera's maker, how the picture lies, where Exif's own directory is; in that: when it was taken. */
const make = 0x010f;
const orientation = 0x0112;
const exifDirectory = 0x8769;
const takenTag = 0x9003;
/** `YYYY:MM:DD HH:MM:SS`, without a time zone. */
const takenForm = /^(\d{4}):(\d\d):(\d\d) /;
const momentForm = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/;
const takenLength = 19;
const monthMs = (365.25 / 12) * 86_400_000;

/** Whether a picture file's Exif names a camera's maker; false without Exif or where it is broken (CIPA DC-008). */
export function namesCamera(file: Uint8Array): boolean {
  return entryOf(file, make) !== null;
}

/**
 * Months from when the camera took a picture to `now` (ms), by the day that its Exif names (DateTimeOriginal); null where
 * it names none, or one to come. What a program wrote when it saved the file does not count.
 */
export function ageMonthsOf(file: Uint8Array, now: number): number | null {
  const entry = entryOf(file, takenTag, exifDirectory);
  if (!entry) return null;
  const at = entry.from + viewOf(file).getUint32(entry.at + 8, entry.little);
  const [, year, month, day] = takenForm.exec(text(file, at, takenLength)) ?? [];
  const age = (now - Date.UTC(Number(year), Number(month) - 1, Number(day))) / monthMs;
  // A camera whose clock was never set says what cannot be; today's may lie ahead by its time zone.
  return age > -1 / 30 && Number(month) > 0 ? Math.max(0, age) : null;
}

/**
 * When the camera took a picture, as its Exif names it (DateTimeOriginal), in the time of the place: year, month from 0,
 * day, hour, minute, second; null where it names no time.
 */
export function takenAtOf(file: Uint8Array): [number, number, number, number, number, number] | null {
  const entry = entryOf(file, takenTag, exifDirectory);
  if (!entry) return null;
  const at = entry.from + viewOf(file).getUint32(entry.at + 8, entry.little);
  const parts = momentForm
    .exec(text(file, at, takenLength))
    ?.slice(1)
    .map(Number);
  if (!parts || parts[1] === 0) return null;
  const [year, month, day, hour, minute, second] = parts as [number, number, number, number, number, number];
  return [year, month - 1, day, hour, minute, second];
}

/** How a picture file says that it lies; 1 where it does not say. JPEG, PNG and WebP. */
export function orientationOf(file: Uint8Array): Orientation {
  const entry = entryOf(file, orientation);
  const value = entry ? viewOf(file).getUint16(entry.at + 8, entry.little) : 1;
  return value >= 1 && value <= 8 ? (value as Orientation) : 1;
}

/** The same file without a word of how it lies: then no decoder turns it. */
export function withoutOrientation(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const entry = entryOf(file, orientation);
  if (!entry) return file;
  const copy = file.slice();
  // An unknown tag is passed over. In a PNG the chunk's check sum is wrong then, and all of it is.
  viewOf(copy).setUint16(entry.at, 0, entry.little);
  return copy;
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);
const text = (file: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...file.subarray(at, at + length));

/** Where an entry is, in a TIFF that begins at `from`. */
interface Entry {
  at: number;
  from: number;
  little: boolean;
}

/** Where a tag's entry is in a file's Exif: in its first directory, or in the one that the entry `within` points to. */
function entryOf(file: Uint8Array, tag: number, within?: number): Entry | null {
  const view = viewOf(file);
  try {
    const from = tiffOf(file, view);
    if (from === null) return null;
    const little = view.getUint16(from) === 0x4949;
    const find = (wanted: number, pointer: number) =>
      findTag(view, { from, little, directory: from + view.getUint32(pointer, little) }, wanted);
    if (within === undefined) return find(tag, from + 4);
    const outer = find(within, from + 4);
    return outer && find(tag, outer.at + 8);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

/** Where the TIFF of a file's Exif begins. */
function tiffOf(file: Uint8Array, view: DataView): number | null {
  const behindName = (at: number) => (text(file, at, 6) === 'Exif\0\0' ? at + 6 : at);
  if (view.getUint16(0) === soi) {
    for (let at = 2; view.getUint16(at) !== sos; at += 2 + view.getUint16(at + 2))
      if (view.getUint16(at) === app1 && text(file, at + 4, 6) === 'Exif\0\0') return at + 10;
    return null;
  }
  if (text(file, 0, 4) === 'RIFF') {
    for (let at = 12; at + 8 <= file.length;) {
      const size = view.getUint32(at + 4, true);
      if (text(file, at, 4) === 'EXIF') return behindName(at + 8);
      at += 8 + size + (size & 1);
    }
    return null;
  }
  if (text(file, 1, 3) === 'PNG')
    for (let at = 8; at + 12 <= file.length; at += 12 + view.getUint32(at))
      if (text(file, at + 4, 4) === 'eXIf') return behindName(at + 8);
  return null;
}

/** A tag's entry in a directory of the TIFF that begins at `from`. */
function findTag(
  view: DataView,
  { from, little, directory }: { from: number; little: boolean; directory: number },
  tag: number
): Entry | null {
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + 12 * entry;
    if (at + 12 > view.byteLength) return null;
    if (view.getUint16(at, little) === tag) return { at, from, little };
  }
  return null;
}
