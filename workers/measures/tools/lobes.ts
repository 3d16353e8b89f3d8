import { landmark, type Face } from '../../face/face';
import { facePatch, matteAt, toFace, toPicture, type FaceFrame } from '../../face/patch';
import type { Plane, RgbaImage } from '../../image/image';
import { medianColour } from '../../image/statistics';
import { curvature, gaussian, lumaPlane } from './filter';
import { fromSkin, skinWhite, type Skin } from './skin';

/** Mesh points at the lower end of the ear roots. */
export const lobes = { right: 132, left: 361 } as const;
/** Pixels per inter-eye distance: an earring is 5 to 20 of them. */
const scale = 100;
/** Scale of the dots looked for, and what is kept free of the patch's border, in pixels. */
const sigma = 2;
const border = 6;

/**
 * The brightest dot at one lobe that is of neither the skin's nor the wall's colour: log of its curvature over the
 * luma of the skin.
 */
export function lobeSpot(
  image: RgbaImage,
  matte: Plane,
  face: Face,
  frame: FaceFrame,
  side: keyof typeof lobes,
  skin: Skin
): number {
  const { x, y } = toFace(frame, landmark(face, lobes[side]));
  const [left, right] = side === 'left' ? [x - 0.1, x + 0.38] : [x - 0.38, x + 0.1];
  const zone = { left, right, top: y - 0.3, bottom: y + 0.3 };
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
    const differs = fromSkin(patch, at * 4, skin);
    const isSkin = differs.chroma < 0.25 && differs.light > -1.2 && differs.light < 0.3;
    const behind = wall && fromSkin(patch, at * 4, wall);
    const isWall = behind !== null && behind.chroma < 0.25 && behind.light > -0.8 && behind.light < 0.2;
    return isSkin || isWall ? 0 : 1;
  });
  const near = gaussian({ width, height, data: foreign }, 1).data;
  const { dots } = curvature(luma, sigma);
  let best = 0;
  for (let row = border; row < height - border; row++)
    for (let column = border; column < width - border; column++) {
      const at = row * width + column;
      if (cover[at]! > 0.5 && near[at]! > 0.3) best = Math.max(best, dots.data[at]!);
    }
  return Math.log(best + 0.01);
}

/** What shines through between strands: the wall's colour in a patch, null where there is hardly any. */
function wallColour(patch: RgbaImage, cover: Float32Array): Skin | null {
  const offsets: number[] = [];
  for (let at = 0; at < cover.length; at++) if (cover[at]! < 0.1) offsets.push(at * 4);
  return offsets.length < 30 ? null : medianColour(patch, offsets);
}
