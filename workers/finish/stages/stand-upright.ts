import { landmark, type Face } from '../../face/face';
import { chin } from '../../face/parts';
import { eyeCentre } from '../../face/scale';
import type { Plane } from '../../image/image';
import type { Picture } from '../../image/picture';
import { midpoint } from '../../image/point';
import { TurnedPicture, type Orientation } from '../../image/turned';
import type { ResolvedStandard } from '../../standard/resolve';
import type { Engines } from '../engines';
import { locate, type Found } from './locate';

/** Degrees clockwise by which a file's picture was turned to stand upright. */
export type Turned = 0 | 90 | 180 | 270;

export interface Standing {
  picture: Picture;
  found: Found;
  turned: Turned;
}

/** The same turn as Exif has it. */
const asOrientation = { 0: 1, 90: 6, 180: 3, 270: 8 } as const satisfies Record<Turned, Orientation>;
const quarters = [90, 270, 180] as const;

/**
 * Who is on a file's picture; where nobody stands upright on it, turned by quarters until somebody does. Scans and
 * pictures that went through another program lie on their sides, and their files do not say so.
 */
export function standUpright(
  picture: Picture,
  standard: ResolvedStandard,
  engines: Pick<Engines, 'findFaces' | 'segmentPerson' | 'kernels'>
): Standing {
  const found = locate(picture, standard, engines);
  const wanted = turnWanted(found);
  if (wanted === 0) return { picture, found, turned: 0 };
  const tries = [...new Set([...(wanted ? [wanted] : []), ...quarters])];
  for (const turned of tries) {
    const standing = new TurnedPicture(picture, asOrientation[turned]);
    const seen = locate(standing, standard, engines);
    if (turnWanted(seen) === 0) return { picture: standing, found: seen, turned };
  }
  return { picture, found, turned: 0 };
}

/** By how much a picture is to be turned; null where nothing on it says. */
function turnWanted({ faces: [sitter], mask }: Found): Turned | null {
  if (!sitter) return null;
  return turnOf(sitter) || (mask ? bodyTurn(mask) : 0);
}

/** By the direction from the chin to the eyes. */
function turnOf(face: Face): Turned {
  const eyes = midpoint(eyeCentre(face, 'left'), eyeCentre(face, 'right'));
  const from = landmark(face, chin);
  const lean = Math.atan2(eyes.x - from.x, from.y - eyes.y) / (Math.PI / 2);
  return (((4 - Math.round(lean)) % 4) * 90) as Turned;
}

/** A side that the body is cut by has at least this share of it, and this many times the bottom's. */
const cutBy = 0.25;
const moreThanBottom = 4;

/** By the side that the body goes out of: the bottom, where the head is up. */
function bodyTurn({ width, height, data }: Plane): Turned {
  const share = (count: number, at: (i: number) => number) => {
    let covered = 0;
    for (let i = 0; i < count; i++) if (data[at(i)]! >= 0.5) covered++;
    return covered / count;
  };
  const bottom = share(width, (i) => (height - 1) * width + i);
  const sides = [
    { turned: 180, covered: share(width, (i) => i) },
    { turned: 90, covered: share(height, (i) => i * width + width - 1) },
    { turned: 270, covered: share(height, (i) => i * width) }
  ] as const;
  const most = sides.reduce((a, b) => (b.covered > a.covered ? b : a));
  return most.covered >= cutBy && most.covered >= moreThanBottom * bottom ? most.turned : 0;
}
