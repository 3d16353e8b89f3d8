import {
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  InvertedLuminanceSource,
  QRCodeReader,
  ResultMetadataType,
  RGBLuminanceSource,
  type LuminanceSource,
  type Result
} from '@zxing/library';
import { luma } from './grey';
import type { CodeReader, Reading } from './reader';

const hints = new Map<DecodeHintType, unknown>([[DecodeHintType.TRY_HARDER, true]]);

/** The engine of @zxing/browser, in plain JavaScript: reads where WebAssembly is missing. */
export const zxingJs: CodeReader = {
  id: 'zxing-js',
  read(picture, binarizer) {
    const { data, width, height } = luma(picture);
    const upright = new RGBLuminanceSource(data, width, height);
    return Promise.resolve(
      attempt(upright, binarizer) ?? attempt(new InvertedLuminanceSource(upright), binarizer)
    );
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
  const segments = result.getResultMetadata()?.get(ResultMetadataType.BYTE_SEGMENTS) as
    Uint8Array[] | undefined;
  const bytes = segments?.length === 1 ? new Uint8Array(segments[0]!) : new TextEncoder().encode(text);
  // finder centres: bottom left, top left, top right; the fourth corner closes the parallelogram
  const [bottomLeft, topLeft, topRight] = result
    .getResultPoints()
    .map((point) => ({ x: point.getX(), y: point.getY() }));
  if (!bottomLeft || !topLeft || !topRight) return { text, bytes, corners: [] };
  const bottomRight = { x: topRight.x + bottomLeft.x - topLeft.x, y: topRight.y + bottomLeft.y - topLeft.y };
  return { text, bytes, corners: [topLeft, topRight, bottomRight, bottomLeft] };
}
