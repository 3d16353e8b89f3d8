import { scaleFace, type Face } from '../../face/face';
import { headGeometry } from '../../face/geometry';
import type { Plane, RgbaImage } from '../../image/image';
import type { HeadGeometry } from '../../face/head-geometry';
import type { ResolvedStandard } from '../../standard/resolve';
import { solveCrop, type CropAnswer } from '../crop';
import type { FindFaces, SegmentPerson } from '../engines';
import { readAt, type Picture } from '../../image/picture';
import type { Kernels } from '../../kernels';

/** Who is on the picture, and where the standard's crop lies; in the picture's pixels. */
export interface Found {
  /** Largest first; the first is the sitter. */
  faces: readonly Face[];
  /** The coarse person mask; null without a face, or where none was made. */
  mask: Plane | null;
  /** Of the sitter; null without a face. */
  geometry: HeadGeometry | null;
  framing: CropAnswer | null;
}

/**
 * Longer side up to which the engines are given the picture itself: what a texture holds on every phone. Of larger ones
 * they get a copy, by our own resampler, that is ample for what they look at.
 */
const maxLooked = 4096;
const copySide = 2048;

/**
 * @param outlined a smaller copy of the picture, for the person mask, which its model makes at 256 × 256 anyway
 * @param segmentPerson may answer null, on camera frames: the crown is then where `crownRise` has it
 * @param crownRise as of `headGeometry`
 */
export function locate(
  picture: Picture,
  standard: ResolvedStandard,
  {
    findFaces,
    segmentPerson,
    kernels,
    crownRise
  }: {
    findFaces: FindFaces;
    segmentPerson: (...picture: Parameters<SegmentPerson>) => Plane | null;
    kernels: Pick<Kernels, 'resample'>;
    crownRise?: number;
  },
  outlined?: RgbaImage
): Found {
  const looked = lookedAt(picture, kernels);
  const scale = picture.width / looked.width;
  const found = findFaces(looked);
  const faces = scale === 1 ? found : found.map((face) => scaleFace(face, scale));
  const [sitter] = faces;
  const mask = sitter ? segmentPerson(outlined ?? looked) : null;
  const geometry = sitter ? headGeometry(sitter, mask, picture, crownRise) : null;
  return { faces, mask, geometry, framing: geometry && solveCrop(geometry, picture, standard) };
}

function lookedAt(picture: Picture, { resample }: Pick<Kernels, 'resample'>): Picture | RgbaImage {
  const longer = Math.max(picture.width, picture.height);
  if (longer <= maxLooked) return picture;
  const scale = copySide / longer;
  const side = (length: number) => Math.max(1, Math.round(length * scale));
  return readAt(picture, { width: side(picture.width), height: side(picture.height) }, resample);
}
