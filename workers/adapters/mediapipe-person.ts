import { ImageSegmenter } from '@mediapipe/tasks-vision';
import { CoreError } from '../errors';
import type { SegmentPerson } from '../finish/engines';
import { nativeOf } from './browser-picture';
import type { WasmFileset } from './vision-runtime';

/**
 * Starts the coarse person segmenter (256 × 256 selfie model) on the CPU; about 20 ms a picture.
 *
 * @throws CoreError `model.load`
 */
export async function startPersonSegmenter(
  fileset: WasmFileset,
  model: Uint8Array<ArrayBuffer>
): Promise<SegmentPerson> {
  const segmenter = await create(fileset, model);
  return (picture) => {
    const result = segmenter.segment(nativeOf(picture));
    try {
      const mask = result.confidenceMasks?.[0];
      if (!mask) throw new Error('the segmenter gave no mask');
      return { width: mask.width, height: mask.height, data: mask.getAsFloat32Array().slice() };
    } finally {
      result.close();
    }
  };
}

async function create(fileset: WasmFileset, model: Uint8Array<ArrayBuffer>): Promise<ImageSegmenter> {
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
