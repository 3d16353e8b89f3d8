import { CoreError } from '../../errors';
import type { Face } from '../../face/face';
import type { Labels } from '../../face/labels';
import { createPlane, type Plane, type RgbaImage } from '../../image/image';
import type { Picture } from '../../image/picture';
import { solveMatte } from '../../matte/solve';
import type { Crop, FinishOptions, HeadGeometry, MatteEngine, Report } from '../../protocol';
import type { ResolvedStandard } from '../../standard/resolve';
import { CropView, type Take } from '../crop-view';
import { fineIsBetter, leastDoubt } from '../doubt';
import type { Engines } from '../engines';

/** A crown that the mask of the crop moves by more than this share of the crop's height is cropped for again. */
const crownTolerance = 0.006;
/** Share of the finished height that the crown keeps from its window's bounds. */
const crownMargin = 6 / 640;

export interface CutOut {
  crop: Crop;
  /** The crop at the finished size. */
  shot: RgbaImage;
  /** How much of each pixel is sitter, 0…1. */
  alpha: Plane;
  engine: MatteEngine;
  /** How much the fast matte takes on trust (`doubtOf`). */
  doubt: number;
  /** The mask was corrected by the labels. */
  labelled: boolean;
  /** The fast engine was used where the doubt says that the fine one does better. */
  fineAdvised: boolean;
}

/** What is known before: the sitter, and the crop that the coarse mask of the whole picture led to. */
export interface Located {
  picture: Picture;
  sitter: Face;
  /** In the picture's pixels; null where there are none. */
  labels: Labels | null;
  geometry: HeadGeometry;
  crop: Crop;
  /** The crop was placed by hand, and does not follow the crown. */
  fixed?: boolean;
  report: Report;
}

/**
 * Crops to the finished size and separates the sitter from the wall. Each outline shows the crown more exactly than
 * the one before: the mask of the whole picture, the mask of the crop, the matte. Where it shows the crown elsewhere,
 * the crop follows.
 *
 * @throws CoreError `model.load` when the fine engine is asked for and not loaded
 */
export async function cutOut(
  located: Located,
  standard: ResolvedStandard,
  matte: FinishOptions['matte'],
  engines: Engines
): Promise<CutOut> {
  const { cutFine } = engines;
  if (matte === 'fine' && !cutFine) throw new CoreError('model.load');
  const view = new CropView(located, standard, engines);
  const solve = (take: Take, fine?: Plane) =>
    solveMatte(
      take.shot,
      { coarse: take.mask, fine: fine && withoutRemoved(fine, take), hair: take.hair },
      take.face,
      take.inside,
      engines.kernels
    );

  await settle(
    view,
    ({ mask }) => mask,
    (crown) =>
      located.fixed === true || Math.abs(crown - view.geometry.crownY) <= crownTolerance * view.crop.height
  );
  if (!standard.background) return uncut(view);
  const doubt = leastDoubt(view.take.mask, view.take.coarse);
  const hard = fineIsBetter(doubt, located.report);
  const useFine = cutFine !== undefined && (matte === 'fine' || (matte === 'auto' && hard));
  const alpha = await settle(
    view,
    async (take) => solve(take, useFine ? await cutFine(take.shot) : undefined),
    (crown) => located.fixed === true || view.holdsCrown(crown, crownMargin)
  );
  return {
    crop: view.crop,
    shot: view.take.shot,
    alpha,
    engine: useFine ? 'fine' : 'fast',
    doubt,
    labelled: located.labels !== null,
    fineAdvised: hard && !useFine
  };
}

/** The fine outline takes along what stands before or beside the sitter, as the coarse one did. */
function withoutRemoved(fine: Plane, { removed }: Take): Plane {
  return removed ? { ...fine, data: fine.data.map((share, at) => (removed[at] ? 0 : share)) } : fine;
}

/** The crop with its own background: all of it is kept. */
function uncut({ crop, take: { shot } }: CropView): CutOut {
  const alpha = createPlane(shot.width, shot.height);
  alpha.data.fill(1);
  return { crop, shot, alpha, engine: 'fast', doubt: 0, labelled: false, fineAdvised: false };
}

/** The outline of the crop; of a new crop, where `accepts` refuses the crown that the first one shows. */
async function settle(
  view: CropView,
  outlineOf: (take: Take) => Plane | Promise<Plane>,
  accepts: (crown: number) => boolean
): Promise<Plane> {
  const outline = await outlineOf(view.take);
  const crown = view.crownOf(outline);
  if (accepts(crown) || !view.cropFor(crown)) return outline;
  return outlineOf(view.take);
}
