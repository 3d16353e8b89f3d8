import type { RgbaImage } from '../image/image';
import type { Layer } from './layer';
import { sitterOptions, type SitterOptions } from './options';
import { compose, drawPerson } from './sitter';

/** The wall alone: nobody before the camera. */
export function renderWall(changes: SitterOptions = {}): RgbaImage {
  const options = sitterOptions(changes);
  const { width, height } = options;
  return compose(options, { width, height, data: new Float32Array(width * height * 4) });
}

/** Two people side by side, the second one behind the first; each with changes of their own. */
export function renderTwoSitters(first: SitterOptions = {}, second: SitterOptions = {}): RgbaImage {
  const near = sitterOptions({ headSize: 0.15, ...first, position: { x: 0.32, y: 0.45, ...first.position } });
  const far = sitterOptions({
    headSize: 0.14,
    seed: near.seed + 1,
    ...second,
    width: near.width,
    height: near.height,
    position: { x: 0.72, y: 0.42, ...second.position }
  });
  const layer = drawPerson(far).layer;
  layOver(layer, drawPerson(near).layer);
  return compose(near, layer);
}

/** Puts `top` over `under`, in place. */
function layOver(under: Layer, top: Layer): void {
  for (let i = 0; i < under.data.length; i += 4) {
    const through = 1 - top.data[i + 3]!;
    for (let k = 0; k < 4; k++) under.data[i + k] = top.data[i + k]! + through * under.data[i + k]!;
  }
}
