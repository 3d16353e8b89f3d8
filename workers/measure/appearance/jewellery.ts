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
 * What jewellery shows: at the lobes a spot brighter than what is around it that is not of the skin's colour (the
 * brighter side, log of luma over the skin's); below the chin how much bare skin there is for a necklace to lie on
 * (0…1) and how much there glitters in dots (log). Null without a face or a matte.
 */
export function jewelleryFeatures({ image, faces: [face], matte }: MeasureInput): number[] | null {
  if (!face || !matte) return null;
  const frame = faceFrame(face);
  const skin = skinColour(image, frame);
  const spots = (['right', 'left'] as const).map((side) => lobeSpot(image, matte, face, frame, side, skin));
  const neck = neckline(image, face, frame, skin);
  return [Math.max(...spots), neck.skin, neck.dots];
}

/** Luma of the skin, of very dark skin a floor: gloss does not darken with it. */
const white = ([red, green, blue]: Skin) => Math.max(96, 0.299 * red + 0.587 * green + 0.114 * blue);

function lobeSpot(
  image: RgbaImage,
  matte: Plane,
  face: Face,
  frame: FaceFrame,
  side: 'left' | 'right',
  skin: Skin
): number {
  const { x, y } = toFace(frame, landmark(face, side === 'left' ? 361 : 132));
  const [left, right] = side === 'left' ? [x - 0.06, x + 0.38] : [x - 0.38, x + 0.06];
  const zone = { left, right, top: y - 0.3, bottom: y + 0.3 };
  const patch = facePatch(image, frame, zone, scale);
  const luma = lumaPlane(patch, white(skin));
  const rise = minus(luma, gaussian(luma, 5));
  const cover = rise.data.map((_, at) =>
    matteAt(matte, image, toPicture(frame, onFace(zone, patch.width, at)))
  );
  const wall = wallColour(patch, cover);
  const rises: number[] = [];
  for (let at = 0; at < rise.data.length; at++) {
    if (cover[at]! <= 0.5) continue;
    const differs = fromSkin(patch, at * 4, skin);
    const isSkin = differs.chroma < 0.25 && differs.light > -1.2 && differs.light < 0.3;
    const behind = wall && fromSkin(patch, at * 4, wall);
    const isWall = behind !== null && behind.chroma < 0.25 && behind.light > -0.8 && behind.light < 0.2;
    rises.push(isSkin || isWall ? 0 : rise.data[at]!);
  }
  return Math.log(Math.max(0, quantile(rises, 0.995)) + 0.01);
}

/** What shines through between strands: the wall's colour in a patch, null where there is hardly any. */
function wallColour({ data }: RgbaImage, cover: Float32Array): Skin | null {
  const levels = [0, 1, 2].map((c) => {
    const channel: number[] = [];
    for (let at = 0; at < cover.length; at++) if (cover[at]! < 0.1) channel.push(data[at * 4 + c]!);
    return channel;
  });
  return levels[0]!.length < 30 ? null : (levels.map((list) => quantile(list, 0.5)) as unknown as Skin);
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
    bare.data[at] = chroma < 0.25 && light > -0.9 && light < 0.2 ? 1 : 0;
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

/** Log of a spot at the lobes and of dots at the neck below which nothing glitters, whatever the neckline. */
const dull = { spot: -2.2, dots: -1 };

/** How likely earrings or a necklace are worn, 0…1; 0 where nothing glitters. Our own; see `jewelleryFeatures`. 30 ms. */
export const jewelleryWorn: Measure = {
  id: 'jewellery.worn',
  unit: '',
  value(input) {
    const features = jewelleryFeatures(input);
    if (!features) return null;
    const [spot, , dots] = features as [number, number, number];
    return spot < dull.spot && dots < dull.dots ? 0 : likelihood(weights.jewellery, features);
  },
  quality: (value) => percent(100 * (1 - value))
};
