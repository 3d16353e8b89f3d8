import { createImage, type Plane, type RgbaImage } from '../image/image';
import { readAt, type Picture } from '../image/picture';
import type { FinishAnswer, FinishOptions } from '../protocol';
import { ontoPhoto } from '../verdict/evidence';
import type { Clock } from './clock';
import type { Encoded } from './encode';
import { drawOverlay } from './overlay';
import type { CutOut } from './stages/cut-out';
import type { Engines } from './engines';
import type { Turned } from '../image/turned';
import type { Judged } from './stages/judge-source';
import type { Found } from './stages/locate';
import type { Checked } from './stages/verify';

/** What the recipe knows of the picture that came in. */
export interface Seen {
  picture: Picture;
  found: Found;
  judged: Judged;
  turned: Turned;
  options: FinishOptions;
  engines: Pick<Engines, 'kernels'>;
  clock: Clock;
}

/** Longer side of the picture that is shown beside the finished photo. */
const beforeSide = 1280;

function beforeSize({ width, height }: Picture): { width: number; height: number } {
  const scale = Math.min(1, beforeSide / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The answer on a picture that is not finished. */
export function refusalOf({ picture, found, judged, turned, options, engines, clock }: Seen): FinishAnswer {
  return {
    faces: found.faces.length,
    source: { width: picture.width, height: picture.height },
    turned,
    before: options.emit.before ? readAt(picture, beforeSize(picture), engines.kernels.resample) : null,
    report: judged.report,
    crop: found.framing?.crop ?? null,
    geometry: null,
    finishedReport: null,
    photo: null,
    matte: null,
    alpha: null,
    overlay: null,
    flat: null,
    input: options.emit.input ? judged.input : null,
    ms: clock.ms
  };
}

/** The answer on a finished photo, with the pictures that were asked for. */
export function answerOf(
  seen: Seen,
  { cut, flat, encoded, checked }: { cut: CutOut; flat: RgbaImage; encoded: Encoded; checked: Checked }
): FinishAnswer {
  const { emit, standard } = seen.options;
  const { judged } = seen;
  const { crop, alpha, engine, doubt, labelled, fineAdvised } = cut;
  const evidence = () => [...ontoPhoto(judged.report.findings, crop, standard), ...checked.report.findings];
  return {
    ...refusalOf(seen),
    crop,
    geometry: checked.geometry,
    finishedReport: checked.report,
    photo: { ...encoded, width: flat.width, height: flat.height, density: standard.density },
    matte: { engine, doubt, labelled, fineAdvised },
    alpha: emit.alpha ? grey(alpha) : null,
    overlay: emit.overlay ? drawOverlay(checked.image, evidence(), standard) : null,
    flat: emit.flat ? flat : null
  };
}

function grey(alpha: Plane): RgbaImage {
  const image = createImage(alpha.width, alpha.height);
  for (let i = 0; i < alpha.data.length; i++)
    image.data.fill(Math.round(255 * alpha.data[i]!), i * 4, i * 4 + 3);
  return image;
}
