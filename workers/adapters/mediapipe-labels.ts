import { labelPlanes } from '../face/labels';
import type { LabelSitter } from '../finish/engines';
import { startSegmenter } from './mediapipe-segmenter';
import { outOfPlanes } from './planes';
import type { VisionRuntime } from './vision-runtime';
import { widenedModel } from './widened';

/**
 * Starts the model that labels hair, skin, clothes and things (256 × 256 selfie multiclass model); about 300 ms a
 * picture on one core.
 *
 * @throws CoreError as `startSegmenter`
 */
export async function startSitterLabeller(
  runtime: VisionRuntime,
  model: Uint8Array<ArrayBuffer>
): Promise<LabelSitter> {
  const segment = await startSegmenter(runtime, widenedModel(outOfPlanes(model)));
  return (square) => labelPlanes(segment(square));
}
