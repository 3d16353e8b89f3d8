import { landmark, type Face } from '../../face/face';
import { faceFrame, facePatch, matteAt, toFace, toPicture, type FaceFrame } from '../../face/patch';
import { createPlane, type Plane, type RgbaImage } from '../../image/image';
import type { Box } from '../../image/region';
import { percent } from '../quality';
import type { Measure, MeasureInput } from '../measure';
import { gaussian, lumaPlane, minus } from './filter';
import { likelihood } from './model';
import { fromSkin, quantile, skinColour } from './skin';
import { weights } from './weights';

/** Pixels per inter-eye distance: an earring is 5 to 20 of them. */
const scale = 100;
type Skin = readonly [number, number, number];

/**
 * What jewellery shows: at the lobes bright spots against what is around them (the brighter side at two sizes, the
 * duller side at a third; logs of luma over the skin's); below the chin how much bare skin there is for a necklace
 * to lie on (0…1) and how much there glitters in dots (log). Null without a face or a matte.
 */
export function jewelleryFeatures({ image, faces: [face], matte }: MeasureInput): number[] | null {
  if (!face || !matte) return null;
  const frame = faceFrame(face);
  const skin = skinColour(image, frame);
  const lobes = (['right', 'left'] as const).map((side) => lobe(image, matte, face, frame, side, skin));
  const neck = neckline(image, face, frame, skin);
  return [
    Math.max(...lobes.map(({ spot }) => spot)),
    Math.max(...lobes.map(({ small }) => small)),
    Math.min(...lobes.map(({ middle }) => middle)),
    neck.skin,
    neck.dots
  ];
}

const white = ([red, green, blue]: Skin) => Math.max(8, 0.299 * red + 0.587 * green + 0.114 * blue);

function lobe(
  image: RgbaImage,
  matte: Plane,
  face: Face,
  frame: FaceFrame,
  side: 'left' | 'right',
  skin: Skin
): { spot: number; small: number; middle: number } {
  const { x, y } = toFace(frame, landmark(face, side === 'left' ? 361 : 132));
  const [left, right] = side === 'left' ? [x - 0.06, x + 0.38] : [x - 0.38, x + 0.06];
  const zone = { left, right, top: y - 0.3, bottom: y + 0.3 };
  const luma = lumaPlane(facePatch(image, frame, zone, scale), white(skin));
  const inside: number[] = [];
  for (let at = 0; at < luma.data.length; at++)
    if (matteAt(matte, image, toPicture(frame, onFace(zone, luma.width, at))) > 0.5) inside.push(at);
  const strongest = (plane: Plane, share: number) =>
    Math.log(
      Math.max(
        0,
        quantile(
          inside.map((at) => plane.data[at]!),
          share
        )
      ) + 0.01
    );
  const around = (sigma: number) => minus(gaussian(luma, sigma), gaussian(luma, 1.8 * sigma));
  return {
    spot: strongest(minus(luma, gaussian(luma, 5)), 0.995),
    small: strongest(around(1.2), 0.99),
    middle: strongest(around(2.2), 0.99)
  };
}

/** A patch's pixel in the face's axes. */
const onFace = (zone: Box, width: number, at: number) => ({
  x: zone.left + ((at % width) + 0.5) / scale,
  y: zone.top + (Math.floor(at / width) + 0.5) / scale
});

function neckline(
  image: RgbaImage,
  face: Face,
  frame: FaceFrame,
  skin: Skin
): { skin: number; dots: number } {
  const chin = toFace(frame, landmark(face, 152));
  const zone = { left: -1.1, right: 1.1, top: chin.y + 0.1, bottom: chin.y + 1.35 };
  const patch = facePatch(image, frame, zone, scale);
  const bare = createPlane(patch.width, patch.height);
  let [seen, skins] = [0, 0];
  const isSeen = bare.data.map((_, at) => {
    const { x, y } = toPicture(frame, onFace(zone, patch.width, at));
    return x > 3 && y < image.height - 4 && x < image.width - 4 ? 1 : 0;
  });
  for (let at = 0; at < bare.data.length; at++) {
    if (!isSeen[at]) continue;
    const { chroma, light } = fromSkin(patch, at * 4, skin);
    bare.data[at] = chroma < 0.28 && light > -0.9 && light < 0.35 ? 1 : 0;
    seen++;
    skins += bare.data[at]!;
  }
  const near = gaussian(bare, 14);
  const bright = brightDots(gaussian(lumaPlane(patch, white(skin)), 2), 2);
  let sum = 0;
  for (let y = 4; y < bare.height - 4; y++)
    for (let x = 4; x < bare.width - 4; x++) {
      const at = y * bare.width + x;
      const value = bright.data[at]!;
      if (!isSeen[at] || near.data[at]! < 0.25 || value < 0.04) continue;
      const neighbours = [at - 1, at + 1, at - bare.width, at + bare.width];
      if (neighbours.every((other) => value >= bright.data[other]!)) sum += Math.min(value, 0.15);
    }
  return { skin: skins / Math.max(1, seen), dots: Math.log(sum + 0.05) };
}

/** How much brighter than on every side, by the lesser curvature: a dot counts, an edge or a line does not. */
function brightDots({ width, height, data }: Plane, sigma: number): Plane {
  const dots = createPlane(width, height);
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const centre = 2 * data[at]!;
      const xx = data[at + 1]! + data[at - 1]! - centre;
      const yy = data[at + width]! + data[at - width]! - centre;
      const cross = data[at + width + 1]! + data[at - width - 1]!;
      const xy = (cross - data[at + width - 1]! - data[at - width + 1]!) / 4;
      const larger = (xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy);
      dots.data[at] = Math.max(0, -larger * sigma ** 2);
    }
  return dots;
}

/** How likely earrings or a necklace are worn, 0…1. Our own; see `jewelleryFeatures`. About 30 ms. */
export const jewelleryWorn: Measure = {
  id: 'jewellery.worn',
  unit: '',
  value(input) {
    const features = jewelleryFeatures(input);
    return features && likelihood(weights.jewellery, features);
  },
  quality: (value) => percent(100 * (1 - value))
};
