import type { Plane, RgbaImage } from '../image';
import { activePixels, levelSizes, ownColours, regularisation, roundsOf, seed } from '../../matte/foreground';
import type { KernelMemory } from './memory';

const perPixel = 16;

/** `estimateForeground` of matte/foreground.ts: the same levels, the same rounds. */
export function estimateForegroundBy(memory: KernelMemory, image: RgbaImage, alpha: Plane): Float32Array {
  const { width, height } = image;
  const count = width * height;
  memory.reset(5 * (count * perPixel + 16) + 4 * count + 16);
  const picture = memory.take(count * perPixel);
  const active = memory.take(4 * count);
  const take = () => memory.take(count * perPixel);
  let [front, back, nextFront, nextBack] = [take(), take(), take(), take()];
  const first = seed(image, alpha);
  memory.floats(front, 3).set(first.front);
  memory.floats(back, 3).set(first.back);
  let [lastW, lastH] = [1, 1];
  for (const [w, h] of levelSizes(width, height)) {
    memory.run.enlarge(front, lastW, lastH, nextFront, w, h);
    memory.run.enlarge(back, lastW, lastH, nextBack, w, h);
    [front, back, nextFront, nextBack] = [nextFront, nextBack, front, back];
    const covered = sampleInto(memory.floats(picture, w * h * 4), image, alpha, w, h);
    const pixels = activePixels(covered, w, h);
    memory.words(active, pixels.length).set(pixels);
    memory.run.relax(front, back, picture, active, pixels.length, w, h, roundsOf(w, h), regularisation);
    [lastW, lastH] = [w, h];
  }
  const found = memory.floats(front, count * 4);
  const result = new Float32Array(count * 3);
  for (let from = 0, to = 0; to < result.length; from += 4, to += 3) {
    result[to] = found[from]!;
    result[to + 1] = found[from + 1]!;
    result[to + 2] = found[from + 2]!;
  }
  ownColours(result, image, alpha);
  return result;
}

/** The picture at a level's size, r, g, b and alpha, 0…1; answers its alpha alone. */
function sampleInto(to: Float32Array, image: RgbaImage, alpha: Plane, w: number, h: number): Float32Array {
  const covered = new Float32Array(w * h);
  for (let y = 0, i = 0; y < h; y++)
    for (let x = 0; x < w; x++, i++) {
      const from = Math.floor((y * image.height) / h) * image.width + Math.floor((x * image.width) / w);
      to[i * 4] = image.data[from * 4]! / 255;
      to[i * 4 + 1] = image.data[from * 4 + 1]! / 255;
      to[i * 4 + 2] = image.data[from * 4 + 2]! / 255;
      to[i * 4 + 3] = covered[i] = alpha.data[from]!;
    }
  return covered;
}
