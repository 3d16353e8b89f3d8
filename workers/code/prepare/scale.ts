import { createGrey, type GreyImage } from '../grey';

/** Half size, each pixel the mean of four. */
export function halve({ width, height, data }: GreyImage): GreyImage {
  const half = createGrey(Math.max(1, width >> 1), Math.max(1, height >> 1));
  for (let y = 0, i = 0; y < half.height; y++) {
    const above = Math.min(2 * y, height - 1) * width;
    const below = Math.min(2 * y + 1, height - 1) * width;
    for (let x = 0; x < half.width; x++, i++) {
      const left = Math.min(2 * x, width - 1);
      const right = Math.min(2 * x + 1, width - 1);
      half.data[i] =
        (data[above + left]! + data[above + right]! + data[below + left]! + data[below + right]! + 2) >> 2;
    }
  }
  return half;
}

/** `factor` times as large (a whole number), cubic after Catmull and Rom: keeps narrow modules apart. */
export function enlarge({ width, height, data }: GreyImage, factor: number): GreyImage {
  const large = createGrey(width * factor, height * factor);
  const weights = Array.from({ length: factor }, (_, phase) => {
    const at = (phase + 0.5) / factor - 0.5;
    const floor = Math.floor(at);
    return {
      floor,
      w: [-1, 0, 1, 2].map((tap) => catmullRom(at - floor - tap)) as [number, number, number, number]
    };
  });
  const wide = new Float32Array(large.width * height);
  const clampX = (x: number) => (x < 0 ? 0 : x >= width ? width - 1 : x);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const out = y * large.width;
    for (let x = 0; x < width; x++) {
      for (let phase = 0; phase < factor; phase++) {
        const { floor, w } = weights[phase]!;
        const at = x + floor;
        wide[out + x * factor + phase] =
          at > 0 && at + 2 < width
            ? data[row + at - 1]! * w[0] +
              data[row + at]! * w[1] +
              data[row + at + 1]! * w[2] +
              data[row + at + 2]! * w[3]
            : data[row + clampX(at - 1)]! * w[0] +
              data[row + clampX(at)]! * w[1] +
              data[row + clampX(at + 1)]! * w[2] +
              data[row + clampX(at + 2)]! * w[3];
      }
    }
  }
  const clampRow = (y: number) => (y < 0 ? 0 : y >= height ? height - 1 : y) * large.width;
  for (let y = 0; y < large.height; y++) {
    const { floor, w } = weights[y % factor]!;
    const at = Math.floor(y / factor) + floor;
    const a = clampRow(at - 1);
    const b = clampRow(at);
    const c = clampRow(at + 1);
    const d = clampRow(at + 2);
    const out = y * large.width;
    for (let x = 0; x < large.width; x++) {
      large.data[out + x] =
        wide[a + x]! * w[0] + wide[b + x]! * w[1] + wide[c + x]! * w[2] + wide[d + x]! * w[3];
    }
  }
  return large;
}

function catmullRom(distance: number): number {
  const t = Math.abs(distance);
  if (t < 1) return 1.5 * t * t * t - 2.5 * t * t + 1;
  return t < 2 ? -0.5 * t * t * t + 2.5 * t * t - 4 * t + 2 : 0;
}
