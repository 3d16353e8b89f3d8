import { landmark, type Face } from '../../face/face';
import { chin } from '../../face/parts';
import { eyeCentre } from '../../face/scale';
import type { RgbaImage } from '../../image/image';
import type { Picture } from '../../image/picture';
import { midpoint } from '../../image/point';
import { TurnedPicture, type Orientation, type Turned } from '../../image/turned';
import type { ResolvedStandard } from '../../standard/resolve';
import type { Engines } from '../engines';
import { measuredCopy } from './judge-source';
import { locate, type Found } from './locate';
import { isOnHead } from './on-head';

export interface Standing {
  picture: Picture;
  found: Found;
  turned: Turned;
  /** As of `measuredCopy`. */
  copy: RgbaImage;
}

type Needed = Pick<Engines, 'findFaces' | 'segmentPerson' | 'kernels'>;

/** The same turn as Exif has it. */
const asOrientation = { 0: 1, 90: 6, 180: 3, 270: 8 } as const satisfies Record<Turned, Orientation>;
const quarters = [90, 270, 180] as const;

/** Who is on a camera's picture, which the camera holds upright. */
export function standingAsItIs(picture: Picture, standard: ResolvedStandard, engines: Needed): Standing {
  const copy = measuredCopy(picture, engines.kernels);
  return { picture, found: locate(picture, standard, engines, copy), turned: 0, copy };
}

/**
 * Who is on a file's picture; where nobody stands upright on it, turned by quarters until somebody does. Scans and
 * pictures that went through another program lie on their sides or their heads, and their files do not say so, or say
 * it wrongly.
 */
export function standUpright(picture: Picture, standard: ResolvedStandard, engines: Needed): Standing {
  const asItIs = standingAsItIs(picture, standard, engines);
  const wanted = turnWanted(asItIs, engines);
  if (wanted === 0) return asItIs;
  const tries = [...new Set([...(wanted ? [wanted] : []), ...quarters])];
  for (const turned of tries) {
    const standing = standingAsItIs(new TurnedPicture(picture, asOrientation[turned]), standard, engines);
    if (turnWanted(standing, engines) === 0) return { ...standing, turned };
  }
  return asItIs;
}

/** By how much a picture is to be turned; null where nothing on it says. */
function turnWanted({ copy, found: { faces } }: Standing, { findFaces, kernels }: Needed): Turned | null {
  const [sitter] = faces;
  if (!sitter) return null;
  const wanted = (((4 - Math.round(leanOf(sitter) / 90)) % 4) * 90) as Turned;
  if (wanted !== 0) return wanted;
  const lean = (image: RgbaImage) => findFaces(image).map(leanOf)[0] ?? null;
  return isOnHead(copy, lean, kernels) ? 180 : 0;
}

/** Degrees, -180…180, by which the direction from the chin to the eyes leans to the picture's right. */
function leanOf(face: Face): number {
  const eyes = midpoint(eyeCentre(face, 'left'), eyeCentre(face, 'right'));
  const from = landmark(face, chin);
  return Math.atan2(eyes.x - from.x, from.y - eyes.y) * (180 / Math.PI);
}
