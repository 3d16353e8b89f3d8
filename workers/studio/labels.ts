import type { HeadGeometry } from '../face/head-geometry';
import { labelNames, labelSide, labelWindow, type Label, type Labels } from '../face/labels';
import type { Part } from './part';
import type { DepthBuffer } from './raster';

/** What each part of the figure is. */
const labelOf: Readonly<Record<string, Label>> = {
  head: 'face',
  ear: 'face',
  neck: 'body',
  torso: 'clothes',
  collar: 'clothes',
  hair: 'hair',
  glasses: 'others',
  jewellery: 'others'
};

/**
 * What is nearest at each place of the labelled square, as the labelling model would be sure of it; lenses and loose
 * strands apart.
 *
 * @param samples per pixel along each side
 */
export function drawnLabels(
  { width, height, drawable }: DepthBuffer,
  parts: readonly Part[],
  geometry: HeadGeometry,
  samples: number
): Labels {
  const window = labelWindow(geometry);
  const planes = Object.fromEntries(
    labelNames.map((name) => [name, new Uint8Array(labelSide ** 2)])
  ) as Record<Label, Uint8Array<ArrayBuffer>>;
  const along = (at: number, start: number, end: number) =>
    Math.max(0, Math.min(end - 1, Math.floor((start + ((at + 0.5) * window.width) / labelSide) * samples)));
  for (let row = 0; row < labelSide; row++)
    for (let column = 0; column < labelSide; column++) {
      const sample = along(row, window.y, height) * width + along(column, window.x, width);
      const part = parts[drawable[sample]!];
      planes[part ? labelOf[part.name]! : 'background'][row * labelSide + column] = 255;
    }
  return { window, planes };
}
