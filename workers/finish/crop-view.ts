import { acrossOf, landmark, moveFace, type Face } from '../face/face';
import { headGeometry } from '../face/geometry';
import { moveLabels, type Labels } from '../face/labels';
import { chin } from '../face/parts';
import { eyeCentre } from '../face/scale';
import type { Plane, RgbaImage } from '../image/image';
import { readWindow, type Picture } from '../image/picture';
import { intoCrop, midpoint } from '../image/point';
import type { Kernels } from '../kernels';
import type { SitterFace } from '../matte/other-people';
import type { Inside } from '../matte/solve';
import type { Crop, HeadGeometry } from '../protocol';
import type { ResolvedStandard } from '../standard/resolve';
import { solveCrop } from './crop';
import type { SegmentPerson } from './engines';
import { onlySitter, type Own } from './stages/only-sitter';

/** What the matte is solved from, all in finished pixels. */
export interface Take extends Own {
  shot: RgbaImage;
  face: SitterFace;
  /** What of the shot the source frame covers. */
  inside: Inside;
}

/** A sitter seen through a crop that follows the crown. */
export class CropView {
  crop: Crop;
  geometry: HeadGeometry;
  take: Take;
  readonly #picture: Picture;
  readonly #sitter: Face;
  readonly #labels: Labels | null;

  constructor(
    {
      picture,
      sitter,
      labels,
      geometry,
      crop
    }: { picture: Picture; sitter: Face; labels: Labels | null; geometry: HeadGeometry; crop: Crop },
    private readonly standard: ResolvedStandard,
    private readonly engines: { segmentPerson: SegmentPerson; kernels: Kernels }
  ) {
    this.#picture = picture;
    this.#sitter = sitter;
    this.#labels = labels;
    this.geometry = geometry;
    this.crop = crop;
    this.take = this.#take();
  }

  /** Top of the hair by an outline of the present shot, in the picture's pixels. */
  crownOf(outline: Plane): number {
    const { crop } = this;
    const { shot } = this.take;
    const scale = shot.width / crop.width;
    return headGeometry(moveFace(this.#sitter, crop, scale), outline, shot).crownY / scale + crop.y;
  }

  /** Whether a crown, in the picture's pixels, keeps `margin` (a share of the height) from its window's bounds. */
  holdsCrown(crown: number, margin: number): boolean {
    const { width, height, aims } = this.standard;
    const { min = -Infinity, max = Infinity } = aims.find(({ of }) => of === 'crown') ?? {};
    const finished = ((crown - this.crop.y) * width) / this.crop.width;
    return finished >= min + margin * height && finished <= max - margin * height;
  }

  /** Crops anew for a crown that is elsewhere; false, and no change, where no crop can be placed. */
  cropFor(crownY: number): boolean {
    const geometry = { ...this.geometry, crownY };
    const { crop } = solveCrop(geometry, this.#picture, this.standard);
    if (!crop) return false;
    this.geometry = geometry;
    this.crop = crop;
    this.take = this.#take();
    return true;
  }

  #take(): Take {
    const crop = this.crop;
    const sitter = this.#sitter;
    const shot = readWindow(this.#picture, crop, this.standard, this.engines.kernels.resample);
    const eyes = midpoint(eyeCentre(sitter, 'left'), eyeCentre(sitter, 'right'));
    const scale = shot.width / crop.width;
    const face = {
      ...intoCrop(eyes, crop, shot),
      chinY: intoCrop(landmark(sitter, chin), crop, shot).y,
      ...acrossOf(moveFace(sitter, crop, scale))
    };
    const from = intoCrop({ x: 0, y: 0 }, crop, shot);
    const to = intoCrop({ x: this.#picture.width, y: this.#picture.height }, crop, shot);
    const inside = {
      left: Math.ceil(from.x),
      top: Math.ceil(from.y),
      right: Math.floor(to.x),
      bottom: Math.ceil(to.y)
    };
    const labels = this.#labels && moveLabels(this.#labels, crop, scale);
    return { shot, face, inside, ...onlySitter(shot, this.engines.segmentPerson(shot), labels, face) };
  }
}
