import { readPixels } from '../image/canvas';
import type { RgbaImage } from '../image/image';
import type { Kernels } from '../image/kernels';
import type { Crop } from '../protocol';

/** Source pixels kept around the crop, for the resampler's reach, in parts of the crop's width. */
const border = 0.02;

/** The crop at the finished size, in one resampling; beyond the frame its edge pixels continue. */
export function takeCrop(
  bitmap: ImageBitmap,
  crop: Crop,
  { width, height }: { width: number; height: number },
  kernels: Kernels
): RgbaImage {
  const margin = border * crop.width + 4;
  const left = Math.max(0, Math.floor(crop.x - margin));
  const top = Math.max(0, Math.floor(crop.y - margin));
  const right = Math.min(bitmap.width, Math.ceil(crop.x + crop.width + margin));
  const bottom = Math.min(bitmap.height, Math.ceil(crop.y + crop.height + margin));
  const pixels = readPixels(bitmap, { x: left, y: top, width: right - left, height: bottom - top });
  return kernels.resample(pixels, { ...crop, x: crop.x - left, y: crop.y - top }, width, height);
}
