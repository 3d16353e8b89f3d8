import { scaleFace } from '../../face/face';
import { scaleGeometry } from '../../face/geometry';
import { scaleLabels, type Labels } from '../../face/labels';
import type { RgbaImage } from '../../image/image';
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
  /** In the picture's pixels; null without the model. */
  labels: Labels | null;
}

/** The picture at the size that the measures look at, as it is where it is smaller. */
export function measuredCopy(
  picture: Picture,
  { resample }: Pick<Engines['kernels'], 'resample'>
): RgbaImage {
  const scale = scaleOf(picture);
  const size = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  return readAt(picture, size, resample);
}

const scaleOf = ({ width, height }: Picture) => Math.min(1, measuredSide / Math.max(width, height));

/**
 * Judges the picture that came in by every rule of that stage, the sitter labelled where the model is there.
 *
 * @param copy as of `measuredCopy`, where it is there already
 * @param labelled only by those that need the labels
 */
export function judgeSource(
  picture: Picture,
  { faces, mask, geometry, framing }: Found,
  {
    kind,
    standard,
    file,
    copy
  }: { kind: FinishOptions['kind']; standard: ResolvedStandard; file?: FileFacts; copy?: RgbaImage },
  engines: Pick<Engines, 'labelSitter' | 'kernels'>,
  labelled?: true
): Judged {
  const scale = scaleOf(picture);
  const labels = label(picture, geometry, engines);
  const input: MeasureInput = {
    image: copy ?? measuredCopy(picture, engines.kernels),
    faces: faces.map((face) => scaleFace(face, scale)),
    geometry: geometry && scaleGeometry(geometry, scale),
    matte: mask,
    ...(labels && { labels: scaleLabels(labels, scale) }),
    ...(file && { file }),
    ...(framing && { framing: { reason: framing.reason } })
  };
  const report = judge(input, { kind, stage: 'source', standard, ...(labelled && { labelled }) });
  return { report: { ...report, findings: scaledFindings(report.findings, 1 / scale) }, input, labels };
}
