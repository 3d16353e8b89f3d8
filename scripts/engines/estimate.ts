import { createImage, createPlane } from '../../workers/image/image';
import { estimateForeground } from '../../workers/matte/foreground';

/** What the shell of WebKit's engine has instead of a console. */
declare const print: ((line: string) => void) | undefined;
const say = typeof print === 'function' ? print : console.log;

const width = 480;
const height = 640;
/** Half-width in pixels of the band between sitter and wall: wide enough for the engine to optimise the estimate. */
const band = 34;
const rounds = 12;

/** A disc whose soft rim has a grain of its own: every pixel of the band mixes anew. By whole numbers and divisions only. */
function scene() {
  const image = createImage(width, height);
  const alpha = createPlane(width, height);
  let seed = 7;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const at = y * width + x;
      const grain = (seed >>> 24) % 24;
      const inside = 160 - Math.sqrt((x - 240) ** 2 + (y - 320) ** 2);
      const a = Math.max(0, Math.min(1, (inside + band) / (2 * band)));
      alpha.data[at] = a;
      image.data[at * 4] = a * (60 + grain) + (1 - a) * 210;
      image.data[at * 4 + 1] = a * (40 + grain) + (1 - a) * 214;
      image.data[at * 4 + 2] = a * (30 + grain) + (1 - a) * 220;
    }
  return { image, alpha };
}

/** FNV-1a of the bytes. */
function hash(values: Float32Array): string {
  let sum = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer)) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
  return sum.toString(16);
}

const { image, alpha } = scene();
for (let round = 0; round < rounds; round++) say(hash(estimateForeground(image, alpha)));
