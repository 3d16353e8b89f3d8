import type { RgbaImage } from '../image/image';
import type { LabelSitter } from './engines';

/** Side of the squares whose mean levels are compared, in pixels. */
const block = 16;
/**
 * Levels up to which two means are the same: noise and a moment's movement make less, an ear that comes out of the
 * hair makes more.
 */
const same = 14;

export interface RememberingLabeller {
  labelSitter: LabelSitter;
  /** What comes next is another picture, however alike. */
  forget: () => void;
}

/** A labeller that answers as before where the square shows the same as the last one: a frame, and the still after it. */
export function remembering(labelSitter: LabelSitter): RememberingLabeller {
  let last: { means: Float32Array; planes: ReturnType<LabelSitter> } | null = null;
  return {
    labelSitter: (square) => {
      const means = blockMeans(square);
      if (!last || means.some((mean, at) => Math.abs(mean - last!.means[at]!) > same))
        last = { means, planes: labelSitter(square) };
      return last.planes;
    },
    forget: () => (last = null)
  };
}

/** Mean level of each channel in each block, row by row. */
function blockMeans({ width, height, data }: RgbaImage): Float32Array {
  const columns = Math.ceil(width / block);
  const means = new Float32Array(columns * Math.ceil(height / block) * 3);
  for (let at = 0; at < width * height; at++) {
    const cell = Math.floor(Math.floor(at / width) / block) * columns + Math.floor((at % width) / block);
    for (let c = 0; c < 3; c++) means[cell * 3 + c]! += data[at * 4 + c]! / block ** 2;
  }
  return means;
}
