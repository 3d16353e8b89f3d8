import { ImageSegmenter } from '@mediapipe/tasks-vision';
import { starting } from '../errors';
import type { Plane, RgbaImage } from '../image/image';
import type { Picture } from '../image/picture';
import { nativeOf } from './browser-picture';
import { graphicsCanvas, whileDrawing } from './canvas';
import type { VisionRuntime } from './vision-runtime';

/**
 * Starts a segmentation model on the CPU. What it returns answers a plane of 0…1 for each of the model's classes, at
 * the picture's size.
 *
 * @throws CoreError as `starting`
 */
export async function startSegmenter(
  runtime: VisionRuntime,
  model: Uint8Array<ArrayBuffer>
): Promise<(picture: Picture | RgbaImage) => Plane[]> {
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
  return segmenting(segmenter, canvas);
}

/** Beside the start, since a function keeps all that its neighbours use: there, the model's bytes. */
const segmenting =
  (segmenter: ImageSegmenter, canvas: OffscreenCanvas) =>
  (picture: Picture | RgbaImage): Plane[] => {
    const result = whileDrawing(canvas, () => segmenter.segment(nativeOf(picture)));
    try {
      const masks = result.confidenceMasks;
      if (!masks?.length) throw new Error('the segmenter gave no mask');
      return masks.map((mask) => ({
        width: mask.width,
        height: mask.height,
        data: mask.getAsFloat32Array().slice()
      }));
    } finally {
      result.close();
    }
  };
