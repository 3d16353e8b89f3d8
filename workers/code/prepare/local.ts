import { createGrey, type GreyImage } from '../grey';

/** Mean over a box of (2·radius + 1)² pixels, cut at the edges (Crow 1984, summed-area tables). */
function boxMean({ width, height, data }: GreyImage, radius: number): Float32Array<ArrayBuffer> {
  const stride = width + 1;
  const sums = new Uint32Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * stride + x + 1] = sums[y * stride + x + 1]! + row;
    }
  }
  const mean = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius);
    const bottom = Math.min(height, y + radius + 1);
    const above = top * stride;
    const below = bottom * stride;
    for (let x = 0; x < width; x++) {
      const left = x < radius ? 0 : x - radius;
      const right = x + radius + 1 > width ? width : x + radius + 1;
      const total = sums[below + right]! - sums[above + right]! - sums[below + left]! + sums[above + left]!;
      mean[y * width + x] = total / ((bottom - top) * (right - left));
    }
  }
  return mean;
}

/** Black where darker than the mean around it (Wellner 1993): answers shade, gradients, low contrast. */
export function localThreshold(image: GreyImage, radius: number): GreyImage {
  const mean = boxMean(image, radius);
  const out = createGrey(image.width, image.height);
  for (let i = 0; i < mean.length; i++) out.data[i] = image.data[i]! < mean[i]! ? 0 : 255;
  return out;
}

/** Local mean to mid-grey and local mean deviation to one size: flattens light, keeps grey levels. */
export function localNormalise(image: GreyImage, radius: number): GreyImage {
  const { width, height, data } = image;
  const mean = boxMean(image, radius);
  const deviation = createGrey(width, height);
  for (let i = 0; i < mean.length; i++) deviation.data[i] = Math.abs(data[i]! - mean[i]!);
  const spread = boxMean(deviation, radius);
  const out = createGrey(width, height);
  for (let i = 0; i < mean.length; i++) {
    out.data[i] = 128 + ((data[i]! - mean[i]!) * 70) / Math.max(3, spread[i]!);
  }
  return out;
}
