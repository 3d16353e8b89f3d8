import type { Finished } from '$workers/protocol';
import type { Shot } from './draft';

/**
 * What the finisher answered, as it is kept and shown.
 *
 * @param before small picture of the source, for comparison
 * @param moved the hand's move that was asked for
 */
export function shotOf(
  answer: Omit<Finished, 'before'>,
  kind: Shot['kind'],
  before: Shot['before'],
  moved?: Shot['moved']
): Shot {
  const { report, finishedReport, photo, geometry, source, crop, matte } = answer;
  return {
    kind,
    source: report,
    finished: finishedReport,
    jpeg: photo?.jpeg ?? null,
    geometry,
    before,
    frame: source,
    crop,
    matte,
    ...(moved && { moved })
  };
}
