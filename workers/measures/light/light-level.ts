import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';
import { faceLight, wallLight } from '../tools/face-light';
import { tonesOf } from '../tools/tones';

/** Every how many pixels each way are looked at. */
const step = 4;
/** Share of the pixels that stay below. */
const share = 0.9;
/** A wall lit like the sitter is at most this many times as bright as a face: it tells of the light too. */
const wallOverFace = 3;
/** Luminance of 255 below which the wall is black, and what a face counts then: it is all that is lit. */
const black = 3;
const alone = 0.53;

/**
 * Luminance, 0…1 of linear light, of what shows the light on the sitter: lit skin or the whites of the eyes or the wall,
 * whichever is brightest, so that dark skin in good light is well lit. Without a face, what nine tenths of the picture
 * stay below. Our own.
 */
export const lightLevel: Measure = {
  id: 'light.level',
  unit: '',
  value(scene) {
    const face = faceLight(scene);
    if (face === null) return pictureLevel(scene.image);
    const wall = wallLight(scene);
    const known = wall ?? black;
    return Math.min(255, Math.max(face * (known < black ? alone : 1), known / wallOverFace)) / 255;
  },
  quality: (value) => percent(100 * sigmoid(value, 0.15, 0.04))
};

function pictureLevel(image: Parameters<typeof tonesOf>[0]): number | null {
  const tones = tonesOf(image, (visit) => {
    for (let y = 0; y < image.height; y += step)
      for (let x = 0; x < image.width; x += step) visit((y * image.width + x) * 4);
  });
  if (!tones) return null;
  let below = 0;
  return tones.levels.findIndex((count) => (below += count) >= share * tones.count) / 255;
}
