import type { RgbaImage } from '../image/image';
import { pixelCanvas } from './canvas';

/** The canvas element that stands in for an `OffscreenCanvas`. */
interface Element {
  toBlob(done: (blob: Blob | null) => void, type: string, quality: number): void;
}

const type = 'image/jpeg';
const quality = 0.85;

/** A small picture as a JPEG to look at, by the browser's own encoder; null where that fails. */
export async function previewOf({ data, width, height }: RgbaImage): Promise<Uint8Array<ArrayBuffer> | null> {
  const canvas = pixelCanvas();
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')!.putImageData(new ImageData(data, width, height), 0, 0);
  try {
    const blob =
      'convertToBlob' in canvas
        ? await canvas.convertToBlob({ type, quality })
        : await new Promise<Blob | null>((done) => (canvas as Element).toBlob(done, type, quality));
    return blob && new Uint8Array(await blob.arrayBuffer());
  } catch {
    // without a preview the check page compares nothing
    return null;
  }
}
