/** Where a JFIF file keeps its density: right behind SOI, APP0's marker, length and name (ITU-T T.871). */
const unitAt = 13;
const dotsPerInch = 1;

/** Writes a density in dpi into a JFIF file, in place. The encoder always writes APP0 first. */
export function setDensity(jpeg: Uint8Array, dpi: number): void {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  view.setUint8(unitAt, dotsPerInch);
  view.setUint16(unitAt + 1, dpi);
  view.setUint16(unitAt + 3, dpi);
}

/** Density in dpi, or null where the file names none. */
export function densityOf(jpeg: Uint8Array): number | null {
  if (jpeg.length < 18 || String.fromCharCode(...jpeg.subarray(6, 11)) !== 'JFIF\0') return null;
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const unit = view.getUint8(unitAt);
  const x = view.getUint16(unitAt + 1);
  const y = view.getUint16(unitAt + 3);
  return unit === dotsPerInch && x === y ? x : null;
}
