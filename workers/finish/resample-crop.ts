import type { RgbaImage } from '../image/image';
import type { Picture } from '../image/picture';
import type { Kernels } from '../kernels';
import type { Crop } from '../protocol';

/** Source pixels kept around the crop, for the resampler's reach, in parts of the crop's width. */
const border = 0.02;

/** The crop at the finished size, in one resampling; beyond the frame its edge pixels continue. */
export function resampleCrop(
  picture: Picture,
  crop: Crop,
  { width, height }: { width: number; height: number },
  kernels: Kernels
): RgbaImage {
  const margin = border * crop.width + 4;
  const left = Math.max(0, Math.floor(crop.x - margin));
  const top = Math.max(0, Math.floor(crop.y - margin));
  const right = Math.min(picture.width, Math.ceil(crop.x + crop.width + margin));
  const bottom = Math.min(picture.height, Math.ceil(crop.y + crop.height + margin));
  const pixels = picture.read({ x: left, y: top, width: right - left, height: bottom - top });
  return kernels.resample(pixels, { ...crop, x: crop.x - left, y: crop.y - top }, width, height);
}
