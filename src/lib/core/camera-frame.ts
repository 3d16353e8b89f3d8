import type { CameraFrame } from '$workers/protocol';

/** A second reference to a frame's pixels, which a bitmap has to copy. Rejects where the frame is gone. */
export async function copyOf(frame: CameraFrame): Promise<CameraFrame> {
  return frame instanceof ImageBitmap ? createImageBitmap(frame) : frame.clone();
}

/** In pixels. */
export const sizeOf = (frame: CameraFrame): { width: number; height: number } =>
  frame instanceof ImageBitmap ? frame : { width: frame.displayWidth, height: frame.displayHeight };
