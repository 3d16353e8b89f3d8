const soi = 0xffd8;
const app1 = 0xffe1;
const sos = 0xffda;
/** TIFF tag of the camera's maker. */
const make = 0x010f;

/** Whether a JPEG carries Exif that names a camera's maker; false for other files and broken Exif (CIPA DC-008). */
export function namesCamera(file: Uint8Array): boolean {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  try {
    if (view.getUint16(0) !== soi) return false;
    for (let at = 2; view.getUint16(at) !== sos; at += 2 + view.getUint16(at + 2))
      if (
        view.getUint16(at) === app1 &&
        String.fromCharCode(...file.subarray(at + 4, at + 10)) === 'Exif\0\0'
      )
        return hasTag(view, at + 10, make);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return false;
}

/** Whether the first directory of the TIFF that begins at `from` has a tag. */
function hasTag(view: DataView, from: number, tag: number): boolean {
  const little = view.getUint16(from) === 0x4949;
  const directory = from + view.getUint32(from + 4, little);
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry++)
    if (view.getUint16(directory + 2 + 12 * entry, little) === tag) return true;
  return false;
}
