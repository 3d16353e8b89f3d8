import {
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  InvertedLuminanceSource,
  QRCodeReader,
  RGBLuminanceSource,
  type LuminanceSource,
  type Result
} from '@zxing/library';
import { luma } from './grey';
import type { CodeReader, Reading } from './reader';

/** Byte segments are taken as Latin-1, so that each letter of the text is a byte as it was; what they are is asked later. */
const hints = new Map<DecodeHintType, unknown>([
  [DecodeHintType.TRY_HARDER, true],
  [DecodeHintType.CHARACTER_SET, 'ISO-8859-1']
]);

/** The engine of @zxing/browser, in plain JavaScript: reads where WebAssembly is missing, one code a picture. */
export const zxingJs: CodeReader = {
  id: 'zxing-js',
  read(picture, binarizer) {
    const { data, width, height } = luma(picture);
    const upright = new RGBLuminanceSource(data, width, height);
    const found = attempt(upright, binarizer) ?? attempt(new InvertedLuminanceSource(upright), binarizer);
    return Promise.resolve(found ? [found] : []);
  }
};

function attempt(source: LuminanceSource, binarizer: 'local' | 'global'): Reading | null {
  const bits = binarizer === 'local' ? new HybridBinarizer(source) : new GlobalHistogramBinarizer(source);
  try {
    return reading(new QRCodeReader().decode(new BinaryBitmap(bits), hints));
  } catch {
    // it answers "no code" by throwing
    return null;
  }
}

function reading(result: Result): Reading {
  const text = result.getText();
  const codes = Array.from(text, (letter) => letter.codePointAt(0)!);
  // Letters beyond Latin-1 are of a Kanji segment or of an encoding that the symbol names.
  const eci = codes.some((code) => code > 0xff);
  const content = { text, bytes: eci ? new TextEncoder().encode(text) : Uint8Array.from(codes), eci };
  // finder centres: bottom left, top left, top right; the fourth corner closes the parallelogram
  const [bottomLeft, topLeft, topRight] = result
    .getResultPoints()
    .map((point) => ({ x: point.getX(), y: point.getY() }));
  if (!bottomLeft || !topLeft || !topRight) return { ...content, corners: [] };
  const bottomRight = { x: topRight.x + bottomLeft.x - topLeft.x, y: topRight.y + bottomLeft.y - topLeft.y };
  return { ...content, corners: [topLeft, topRight, bottomRight, bottomLeft] };
}
