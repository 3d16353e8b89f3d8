import { scaleFace } from '../../face/face';
import { scaleGeometry } from '../../face/geometry';
import { scaleLabels } from '../../face/labels';
import { readAt, type Picture } from '../../image/picture';
import type { FileFacts, MeasureInput } from '../../measures/measure';
import type { FinishOptions, Report } from '../../protocol';
import type { ResolvedStandard } from '../../standard/resolve';
import { scaledFindings } from '../../verdict/evidence';
import { judge } from '../../verdict/judge';
import type { Engines } from '../engines';
import { label } from './label';
import type { Found } from './locate';

/** Longer side, in pixels, that the measures look at. */
const measuredSide = 1024;

export interface Judged {
  /** Its evidence is in the picture's own pixels. */
  report: Report;
  /** What the measures saw. */
  input: MeasureInput;
}

/**
 * Judges the picture that came in by every rule of that stage, the sitter labelled where the model is there.
 *
 * @param labelled only by those that need the labels
 */
export function judgeSource(
  picture: Picture,
  { faces, mask, geometry, framing }: Found,
  { kind, standard, file }: { kind: FinishOptions['kind']; standard: ResolvedStandard; file?: FileFacts },
  engines: Pick<Engines, 'labelSitter' | 'kernels'>,
  labelled?: true
): Judged {
  const scale = Math.min(1, measuredSide / Math.max(picture.width, picture.height));
  const size = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const labels = label(picture, geometry, engines);
  const input: MeasureInput = {
    image: readAt(picture, size, engines.kernels.resample),
    faces: faces.map((face) => scaleFace(face, scale)),
    geometry: geometry && scaleGeometry(geometry, scale),
    matte: mask,
    ...(labels && { labels: scaleLabels(labels, scale) }),
    ...(file && { file }),
    ...(framing && { framing: { reason: framing.reason } })
  };
  const report = judge(input, { kind, stage: 'source', standard, ...(labelled && { labelled }) });
  return { report: { ...report, findings: scaledFindings(report.findings, 1 / scale) }, input };
}
