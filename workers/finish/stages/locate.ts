import type { Face } from '../../face/face';
import { headGeometry } from '../../face/geometry';
import type { Plane } from '../../image/image';
import type { HeadGeometry } from '../../protocol';
import type { ResolvedStandard } from '../../standard/resolve';
import { solveCrop, type CropAnswer } from '../crop';
import type { FindFaces, SegmentPerson } from '../engines';
import type { Picture } from '../../image/picture';

/** Who is on the picture, and where the standard's crop lies; in the picture's pixels. */
export interface Found {
  /** Largest first; the first is the sitter. */
  faces: readonly Face[];
  /** The coarse person mask; null without a face or a segmenter. */
  mask: Plane | null;
  /** Of the sitter; null without a face. */
  geometry: HeadGeometry | null;
  framing: CropAnswer | null;
}

/** @param segmentPerson left out on camera frames, where the crown is estimated from the face */
export function locate(
  picture: Picture,
  standard: ResolvedStandard,
  { findFaces, segmentPerson }: { findFaces: FindFaces; segmentPerson?: SegmentPerson }
): Found {
  const faces = findFaces(picture);
  const [sitter] = faces;
  const mask = sitter && segmentPerson ? segmentPerson(picture) : null;
  const geometry = sitter ? headGeometry(sitter, mask, picture) : null;
  return { faces, mask, geometry, framing: geometry && solveCrop(geometry, picture, standard) };
}
