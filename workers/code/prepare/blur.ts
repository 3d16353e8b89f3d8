import { createGrey, type GreyImage } from '../grey';

/** Gaussian of `sigma` pixels, edges repeated: takes out the screen's moiré and the sensor's noise. */
export function blur(image: GreyImage, sigma: number): GreyImage {
  const kernel = gaussian(sigma);
  return along(along(image, kernel, true), kernel, false);
}

/** Unsharp mask: adds `amount` of what a Gaussian of `sigma` pixels takes away. */
export function sharpen(image: GreyImage, sigma: number, amount: number): GreyImage {
  const smooth = blur(image, sigma);
  const out = createGrey(image.width, image.height);
  for (let i = 0; i < out.data.length; i++) {
    out.data[i] = image.data[i]! + amount * (image.data[i]! - smooth.data[i]!);
  }
  return out;
}

/** Half of the symmetric kernel, from the centre out; sums to 1 over both halves. */
function gaussian(sigma: number): Float32Array {
  const radius = Math.max(1, Math.ceil(sigma * 2.5));
  const half = Float32Array.from({ length: radius + 1 }, (_, i) => Math.exp((-i * i) / (2 * sigma * sigma)));
  const sum = half.reduce((total, weight) => total + 2 * weight, -half[0]!);
  return half.map((weight) => weight / sum);
}

function along({ width, height, data }: GreyImage, kernel: Float32Array, rows: boolean): GreyImage {
  const out = createGrey(width, height);
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) sums[x] = data[row + x]! * kernel[0]!;
    for (let k = 1; k < kernel.length; k++) {
      const weight = kernel[k]!;
      if (rows) {
        const last = width - 1;
        for (let x = 0; x < width; x++) {
          sums[x]! +=
            weight * (data[row + (x < k ? 0 : x - k)]! + data[row + (x + k > last ? last : x + k)]!);
        }
      } else {
        const above = Math.max(0, y - k) * width;
        const below = Math.min(height - 1, y + k) * width;
        for (let x = 0; x < width; x++) sums[x]! += weight * (data[above + x]! + data[below + x]!);
      }
    }
    out.data.set(sums, row);
  }
  return out;
}
