import { ImageSegmenter } from '@mediapipe/tasks-vision';
import { CoreError } from '../errors';
import type { WasmFileset } from '../face/vision';
import type { Plane, RgbaImage } from '../image/image';

/**
 * Starts the coarse person segmenter (256 × 256 selfie model) on the CPU.
 *
 * @throws CoreError `model.load`
 */
export async function createSegmenter(
  fileset: WasmFileset,
  model: Uint8Array<ArrayBuffer>
): Promise<ImageSegmenter> {
  try {
    return await ImageSegmenter.createFromOptions(fileset, {
      baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
      runningMode: 'IMAGE',
      outputConfidenceMasks: true,
      outputCategoryMask: false
    });
  } catch (cause) {
    throw new CoreError('model.load', { cause });
  }
}

/** How much each pixel is person, 0…1, at the picture's size. About 20 ms. */
export function personMask(segmenter: ImageSegmenter, image: RgbaImage | ImageBitmap): Plane {
  const source = 'data' in image ? new ImageData(image.data, image.width, image.height) : image;
  const result = segmenter.segment(source);
  try {
    const mask = result.confidenceMasks?.[0];
    if (!mask) throw new CoreError('model.load');
    return { width: mask.width, height: mask.height, data: mask.getAsFloat32Array().slice() };
  } finally {
    result.close();
  }
}
