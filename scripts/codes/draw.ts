import { createRequire } from 'node:module';
import type * as Zxing from '@zxing/library';
import sharp from 'sharp';

// Node's loader finds no named exports in its main file.
const { EncodeHintType, QRCodeDecoderErrorCorrectionLevel, QRCodeEncoder } = createRequire(import.meta.url)(
  '@zxing/library'
) as typeof Zxing;

export type CorrectionLevel = 'L' | 'M' | 'Q' | 'H';

/** A QR code's modules, row-major, true where dark; without quiet zone. */
export interface CodeMatrix {
  size: number;
  dark: boolean[];
}

/** White border, in modules (ISO/IEC 18004 asks for four). */
const quietZone = 4;

/** The smallest QR code that holds `text` in UTF-8. Throws when no version is large enough. */
export function encodeCode(text: string, level: CorrectionLevel = 'M'): CodeMatrix {
  const hints = new Map<Zxing.EncodeHintType, unknown>([[EncodeHintType.CHARACTER_SET, 'UTF-8']]);
  const code = QRCodeEncoder.encode(text, QRCodeDecoderErrorCorrectionLevel.fromString(level), hints);
  const matrix = code.getMatrix();
  const size = matrix.getWidth();
  const dark = Array.from(
    { length: size * size },
    (_, i) => matrix.get(i % size, Math.floor(i / size)) === 1
  );
  return { size, dark };
}

/** The code as SVG, one unit a module, quiet zone included. */
export function svgCode(text: string, level?: CorrectionLevel): string {
  const { size, dark } = encodeCode(text, level);
  const side = size + 2 * quietZone;
  const squares = dark.flatMap((isDark, i) =>
    isDark ? [`M${(i % size) + quietZone} ${Math.floor(i / size) + quietZone}h1v1h-1z`] : []
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/>` +
    `<path d="${squares.join('')}"/></svg>\n`
  );
}

/** The code as a PNG file, `module` pixels a module, quiet zone included. */
export async function drawCode(
  text: string,
  { level, module = 6 }: { level?: CorrectionLevel; module?: number } = {}
): Promise<Uint8Array> {
  const { size, dark } = encodeCode(text, level);
  const side = (size + 2 * quietZone) * module;
  const pixels = new Uint8Array(side * side).fill(255);
  dark.forEach((isDark, i) => {
    if (!isDark) return;
    const left = ((i % size) + quietZone) * module;
    const top = (Math.floor(i / size) + quietZone) * module;
    for (let y = top; y < top + module; y++) pixels.fill(0, y * side + left, y * side + left + module);
  });
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .png()
    .toBuffer();
}
