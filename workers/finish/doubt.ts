import type { Plane } from '../image/image';
import { edgeWidth } from '../matte/solve';
import type { Report } from '../protocol';

/** Walls whose gradient (`background.uniform`, levels) is larger are left to the fine engine. */
const plainWall = 25;
/** A fast matte with an edge this wide, in pixels, is unsure; from the lower on where the wall is not quite plain. */
const unsureEdge = 8;
const doubtfulEdge = 4.5;
const doubtfulWall = 8;

/** Whether the fast matte is in doubt: a wall that is not plain, or a matte that is unsure of itself. */
export function needsFine({ findings }: Report, alpha: Plane): boolean {
  const wall = findings.find(({ id }) => id === 'background.uniform')?.value ?? 0;
  const edge = edgeWidth(alpha);
  return wall > plainWall || edge > unsureEdge || (wall > doubtfulWall && edge > doubtfulEdge);
}
