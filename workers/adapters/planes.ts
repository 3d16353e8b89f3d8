/** A file as it was, of one that travels with its even bytes before its odd ones (scripts/models/planes.mjs). */
export function outOfPlanes(planes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { length } = planes;
  const even = Math.ceil(length / 2);
  const file = new Uint8Array(length);
  for (let at = 0; at < even; at++) file[2 * at] = planes[at]!;
  for (let at = even; at < length; at++) file[2 * (at - even) + 1] = planes[at]!;
  return file;
}
