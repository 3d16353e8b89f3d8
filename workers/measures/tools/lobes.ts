import { landmark } from '../../face/face';
import { lobes } from '../../face/parts';
import { facePatch, matteAt, toFace, toPicture } from '../../face/patch';
import type { Plane, RgbaImage } from '../../image/image';
import { medianColour } from '../../image/statistics';
import type { Sitter } from '../sitter';
import { differenceAt, type Colour } from './colour';
import { curvature, gaussian, lumaPlane } from './filter';
import { isLobeSkin, skinWhite } from './skin';
import { isWallBetweenStrands } from './wall';

/** About a lobe, in inter-eye distances: towards the face, outwards, and up and down. */
const reach = { inwards: 0.1, outwards: 0.38, along: 0.3 };
/** Pixels per inter-eye distance: an earring is 5 to 20 of them. */
const scale = 100;
/** Scale of the dots looked for, and what is kept free of the patch's border, in pixels. */
const sigma = 2;
const border = 6;
/** Share of a dot's surroundings, blurred by so many pixels, that must be of neither skin nor wall. */
const foreignShare = 0.3;
const foreignBlur = 1;
/** Added to a curvature before its log is taken: one of noise. */
const noise = 0.01;
/** The matte of pixels that are surely wall, and how many of them tell its colour. */
const surelyWall = 0.1;
const fewest = 30;

/**
 * The brightest dot at one lobe that is of neither the skin's nor the wall's colour: log of its curvature over the
 * luma of the skin. All numbers chosen by hand; the jewellery model was fitted with them.
 */
export function lobeSpot({ image, face, frame, skin }: Sitter, matte: Plane, side: 'left' | 'right'): number {
  const { x, y } = toFace(frame, landmark(face, lobes[side]));
  const left = x - (side === 'left' ? reach.inwards : reach.outwards);
  const right = x + (side === 'left' ? reach.outwards : reach.inwards);
  const zone = { left, right, top: y - reach.along, bottom: y + reach.along };
  const patch = facePatch(image, frame, zone, scale);
  const { width, height } = patch;
  const luma = lumaPlane(patch, skinWhite(skin));
  const cover = luma.data.map((_, at) =>
    matteAt(
      matte,
      image,
      toPicture(frame, { x: left + (at % width) / scale, y: zone.top + at / width / scale })
    )
  );
  const wall = wallColour(patch, cover);
  const foreign = luma.data.map((_, at) => {
    if (cover[at]! <= 0.5) return 0;
    const isSkin = isLobeSkin(differenceAt(patch, at * 4, skin));
    const isWall = wall && isWallBetweenStrands(differenceAt(patch, at * 4, wall));
    return isSkin || isWall ? 0 : 1;
  });
  const near = gaussian({ width, height, data: foreign }, foreignBlur).data;
  const { dots } = curvature(luma, sigma);
  let best = 0;
  for (let row = border; row < height - border; row++)
    for (let column = border; column < width - border; column++) {
      const at = row * width + column;
      if (cover[at]! > 0.5 && near[at]! > foreignShare) best = Math.max(best, dots.data[at]!);
    }
  return Math.log(best + noise);
}

/** What shines through between strands: the wall's colour in a patch, null where there is hardly any. */
function wallColour(patch: RgbaImage, cover: Float32Array): Colour | null {
  const offsets: number[] = [];
  for (let at = 0; at < cover.length; at++) if (cover[at]! < surelyWall) offsets.push(at * 4);
  return offsets.length < fewest ? null : medianColour(patch, offsets);
}
