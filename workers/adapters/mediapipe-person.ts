import { ImageSegmenter } from '@mediapipe/tasks-vision';
import { starting } from '../errors';
import type { SegmentPerson } from '../finish/engines';
import { nativeOf } from './browser-picture';
import { graphicsCanvas, whileDrawing } from './canvas';
import type { VisionRuntime } from './vision-runtime';

/**
 * Starts the coarse person segmenter (256 × 256 selfie model) on the CPU; about 20 ms a picture.
 *
 * @throws CoreError as `starting`
 */
export async function startPersonSegmenter(
  runtime: VisionRuntime,
  model: Uint8Array<ArrayBuffer>
): Promise<SegmentPerson> {
  const canvas = graphicsCanvas();
  const segmenter = await starting(() =>
    runtime.task((files) =>
      ImageSegmenter.createFromOptions(files, {
        canvas,
        baseOptions: { modelAssetBuffer: model, delegate: 'CPU' },
        runningMode: 'IMAGE',
        outputConfidenceMasks: true,
        outputCategoryMask: false
      })
    )
  );
  return (picture) => {
    const result = whileDrawing(canvas, () => segmenter.segment(nativeOf(picture)));
    try {
      const mask = result.confidenceMasks?.[0];
      if (!mask) throw new Error('the segmenter gave no mask');
      return { width: mask.width, height: mask.height, data: mask.getAsFloat32Array().slice() };
    } finally {
      result.close();
    }
  };
}
