import { landmark, type Face } from '../../face/face';
import { faceFrame, facePatch, toFace, toPicture, type FaceFrame } from '../../face/patch';
import { flooder } from '../../image/flood';
import { atLeast, createPlane, type Plane, type RgbaImage } from '../../image/image';
import type { Box } from '../../image/region';
import { quantile } from '../../image/statistics';
import { faceBox } from './around';
import type { Outline } from '../measure';
import { curvature, gaussian, lumaPlane } from './filter';
import { fromSkin, skinWhite, type Skin } from './skin';

/** Pixels per inter-eye distance. */
const scale = 100;
/** Scale of a bead or a chain, in those pixels. */
const sigma = 2;
/** A dot counts from the first curvature on, and as much as the second at most: few large ones do not outweigh many. */
const dot = { from: 0.04, most: 0.15 };

/** From below the chin to the collarbones, in the face's axes. */
function zoneOf(face: Face, frame: FaceFrame): Box {
  const chin = toFace(frame, landmark(face, 152));
  return { left: -1.1, right: 1.1, top: chin.y + 0.1, bottom: chin.y + 1.35 };
}

/** Where `neckline` looks, as an outline on the picture. */
export function necklineBox(image: RgbaImage, face: Face): Outline {
  const frame = faceFrame(face);
  return faceBox(frame, zoneOf(face, frame), image.height);
}

/**
 * What lies on the skin below the chin: how much glitters in dots near it (log), and how much brighter than dark thin
 * lines on it are bright ones (log of the ratio; 0 where there is no skin).
 */
export function neckline(
  image: RgbaImage,
  face: Face,
  frame: FaceFrame,
  skin: Skin
): { dots: number; lines: number } {
  const zone = zoneOf(face, frame);
  const patch = facePatch(image, frame, zone, scale);
  const { width, height } = patch;
  const isSeen = (at: number) => {
    const inFace = { x: zone.left + ((at % width) + 0.5) / scale, y: zone.top + (at / width + 0.5) / scale };
    const { x, y } = toPicture(frame, inFace);
    return x > 3 && y < image.height - 4 && x < image.width - 4;
  };
  const bare = createPlane(width, height);
  const seen = bare.data.map((_, at) => (isSeen(at) ? 1 : 0));
  for (let at = 0; at < bare.data.length; at++) {
    const { chroma, light } = fromSkin(patch, at * 4, skin);
    bare.data[at] = seen[at] && chroma < 0.25 && light > -0.9 && light < 0.2 ? 1 : 0;
  }
  const luma = lumaPlane(patch, skinWhite(skin));
  const { dots, lines } = curvature(luma, sigma);
  const hanging = { ...bare, data: connected(bare, -zone.left * scale) };
  const on = gaussian(hanging, 4).data.map((share, at) => (seen[at] && share > 0.5 ? 1 : 0));
  /** Of the skin's pixels, but for the two in a hundred that have more. */
  const strongest = (plane: Float32Array) =>
    Math.log(
      Math.max(
        0,
        quantile(
          plane.filter((_, at) => on[at]),
          0.98
        )
      ) + 0.003
    );
  return {
    dots: Math.log(sumOfDots(dots, gaussian(bare, 14), seen) + 0.05),
    // What curves upwards on every side of a dark line is how far it falls short of a dot.
    lines: strongest(lines.data) - strongest(dots.data.map((value) => -value))
  };
}

/** The marked pixels that hang together with those at the top about `middle`: the neck, and no tie of its colour. */
function connected({ width, height, data }: Plane, middle: number): Float32Array<ArrayBuffer> {
  const flood = flooder(width, height);
  const skin = atLeast(data, 0.5);
  const found = new Uint8Array(data.length);
  for (let y = 0; y < Math.min(height, 0.15 * scale); y++)
    for (let x = Math.round(middle - 0.25 * scale); x <= middle + 0.25 * scale; x++)
      flood(skin, y * width + x, found);
  return new Float32Array(found);
}

/** The peaks of the dots near the skin, added up. */
function sumOfDots({ width, height, data }: Plane, near: Plane, seen: Float32Array): number {
  let sum = 0;
  for (let y = 4; y < height - 4; y++)
    for (let x = 4; x < width - 4; x++) {
      const at = y * width + x;
      const value = data[at]!;
      if (!seen[at] || near.data[at]! < 0.25 || value < dot.from) continue;
      const neighbours = [at - 1, at + 1, at - width, at + width];
      if (neighbours.every((other) => value >= data[other]!)) sum += Math.min(value, dot.most);
    }
  return sum;
}
