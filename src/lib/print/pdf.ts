import { partFor, type Sheet } from './layout';

const pointsPerMm = 72 / 25.4;
/** Width of the cutting lines, points. */
const line = 0.25;

interface Jpeg {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/**
 * A sheet as a PDF of one page (ISO 32000-1, version 1.4) in which the JPEG stands once, as it is. Of PDF it needs six
 * objects; a library would be larger than the page that it is for.
 */
export function sheetPdf(sheet: Sheet, jpeg: Jpeg): Uint8Array<ArrayBuffer> {
  const size = `${points(sheet.width)} ${points(sheet.height)}`;
  const content = drawing(sheet, jpeg);
  const objects: (string | Uint8Array)[][] = [
    ['<< /Type /Catalog /Pages 2 0 R >>'],
    ['<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
    [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>`
    ],
    [`<< /Length ${content.length} >>\nstream\n${content}\nendstream`],
    [
      `<< /Type /XObject /Subtype /Image /Width ${jpeg.width} /Height ${jpeg.height} /ColorSpace /DeviceRGB ` +
        `/BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.bytes.length} >>\nstream\n`,
      jpeg.bytes,
      '\nendstream'
    ],
    // Printed at its size, not "fitted to the page".
    ['<< /PrintScaling /None >>']
  ];
  objects[0] = ['<< /Type /Catalog /Pages 2 0 R /ViewerPreferences 6 0 R >>'];
  return assemble(objects);
}

function drawing(sheet: Sheet, jpeg: Jpeg): string {
  const { photo, places, cuts } = sheet;
  const up = (y: number) => points(sheet.height - y);
  const lines = [
    ...cuts.down.map((x) => `${points(x)} 0 m ${points(x)} ${points(sheet.height)} l S`),
    ...cuts.across.map((y) => `0 ${up(y)} m ${points(sheet.width)} ${up(y)} l S`)
  ];
  const part = partFor(jpeg, photo);
  const scale = photo.width / part.width;
  const photos = places.map(({ x, y }) => {
    const box = `${points(x)} ${up(y + photo.height)} ${points(photo.width)} ${points(photo.height)}`;
    const left = x - part.x * scale;
    const bottom = y - part.y * scale + jpeg.height * scale;
    const matrix = `${points(jpeg.width * scale)} 0 0 ${points(jpeg.height * scale)} ${points(left)} ${up(bottom)}`;
    return `q ${box} re W n ${matrix} cm /P Do Q`;
  });
  return [`q ${line} w 0.6 G`, ...lines, 'Q', ...photos].join('\n');
}

/** Millimetres as points, to a thousandth. */
const points = (mm: number) => (mm * pointsPerMm).toFixed(3).replace(/\.?0+$/, '');

function assemble(objects: readonly (readonly (string | Uint8Array)[])[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array[] = [];
  let at = 0;
  const add = (piece: string | Uint8Array) => {
    const bytes = typeof piece === 'string' ? encoder.encode(piece) : piece;
    pieces.push(bytes);
    at += bytes.length;
  };
  add('%PDF-1.4\n');
  const offsets = objects.map((object, index) => {
    const offset = at;
    add(`${index + 1} 0 obj\n`);
    object.forEach(add);
    add('\nendobj\n');
    return offset;
  });
  const table = at;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`);
  add(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
  const all = new Uint8Array(at);
  let end = 0;
  for (const piece of pieces) {
    all.set(piece, end);
    end += piece.length;
  }
  return all;
}
