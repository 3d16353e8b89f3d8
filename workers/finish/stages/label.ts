import type { HeadGeometry } from '../../face/head-geometry';
import { labelSide, labelWindow, type Labels } from '../../face/labels';
import { readWindow, type Picture } from '../../image/picture';
import type { Engines } from '../engines';

const size = { width: labelSide, height: labelSide };

/** Labels the sitter of a picture, in its pixels; null without a sitter or the model. */
export function label(
  picture: Picture,
  geometry: HeadGeometry | null,
  { labelSitter, kernels }: Pick<Engines, 'labelSitter' | 'kernels'>
): Labels | null {
  if (!geometry || !labelSitter) return null;
  const window = labelWindow(geometry);
  return { window, planes: labelSitter(readWindow(picture, window, size, kernels.resample)) };
}
