import type { SegmentPerson } from '../finish/engines';
import { startSegmenter } from './mediapipe-segmenter';
import type { VisionRuntime } from './vision-runtime';

/**
 * Starts the coarse person segmenter (256 × 256 selfie model); about 20 ms a picture.
 *
 * @throws CoreError as `startSegmenter`
 */
export async function startPersonSegmenter(
  runtime: VisionRuntime,
  model: Uint8Array<ArrayBuffer>
): Promise<SegmentPerson> {
  const segment = await startSegmenter(runtime, model);
  return (picture) => segment(picture)[0]!;
}
