import { moveFace, type Face } from '../face/face';
import type { LabelPlanes } from '../face/labels';
import type { Engines } from '../finish/engines';
import { createImage, createPlane, type Plane, type RgbaImage } from '../image/image';
import type { Picture } from '../image/picture';
import { resample } from '../image/resample';
import type { Kernels } from '../kernels';
import { within } from '../matte/trimap';
import type { Crop } from '../protocol';
import { faceOf } from './measured';
import { pictureOf } from './picture';
import type { Sitter } from './sitter';

/** Steps across of what a coarse segmenter tells. */
const coarseSide = 170;

/**
 * Engines that answer what is true of a drawn sitter, in place of the models: on the picture itself, and on whatever
 * part of it was resampled last, which is the crop.
 */
export class TruthEngines implements Pick<
  Engines,
  'findFaces' | 'segmentPerson' | 'labelSitter' | 'kernels'
> {
  readonly picture: Picture;
  readonly kernels: Kernels;
  readonly #face: Face;
  #mask: Plane | null = null;
  #part = { x: 0, y: 0 };
  /** What was resampled last, in the picture's pixels. */
  crop: Crop | null = null;

  constructor(
    private readonly sitter: Sitter,
    kernels: Kernels
  ) {
    this.#face = faceOf(sitter.truth);
    const picture = pictureOf(sitter.image);
    this.picture = {
      ...picture,
      read: (part) => {
        this.#part = part;
        return picture.read(part);
      }
    };
    this.kernels = {
      ...kernels,
      resample: (source, window, width, height) => {
        this.crop = { ...window, x: this.#part.x + window.x, y: this.#part.y + window.y, roll: 0 };
        return kernels.resample(source, window, width, height);
      }
    };
  }

  findFaces = (given: Picture | RgbaImage): Face[] => {
    if (given === this.picture || !this.crop) return [this.#face];
    return [moveFace(this.#face, this.crop, given.width / this.crop.width)];
  };

  labelSitter = (): LabelPlanes => this.sitter.truth.labels.planes;

  /** As a segmenter sees it: in few steps across, blurred, two pixels too large. */
  segmentPerson = (given: Picture | RgbaImage): Plane =>
    given === this.picture || !this.crop
      ? (this.#mask ??= coarse(this.sitter.truth.alpha))
      : coarse(alphaOn(this.sitter.truth.alpha, this.crop, given));
}

/** True alpha on a crop; beyond the frame there is no sitter, whatever stands at its edge. */
export function alphaOn(alpha: Plane, crop: Crop, size: { width: number; height: number }): Plane {
  const { width, height } = size;
  const { data } = resample(grey(alpha), crop, width, height);
  const plane = createPlane(width, height);
  const scale = crop.width / width;
  for (let at = 0; at < plane.data.length; at++) {
    const x = crop.x + scale * (at % width);
    const y = crop.y + scale * Math.floor(at / width);
    const beyond = x < 0 || y < 0 || x > alpha.width || y > alpha.height;
    plane.data[at] = beyond ? 0 : data[at * 4]! / 255;
  }
  return plane;
}

function coarse(alpha: Plane): Plane {
  const { width, height, data } = alpha;
  const near = within(
    Uint8Array.from(data, (a) => (a >= 0.5 ? 1 : 0)),
    1,
    alpha,
    2
  );
  const small = { width: Math.round((coarseSide * width) / height), height: coarseSide };
  const whole = { x: 0, y: 0, width, height };
  const steps = resample(
    grey({ width, height, data: Float32Array.from(near) }),
    whole,
    small.width,
    coarseSide
  );
  const soft = resample(steps, { x: 0, y: 0, ...small }, width, height);
  const mask = createPlane(width, height);
  mask.data.forEach((_, at) => (mask.data[at] = soft.data[at * 4]! / 255));
  return mask;
}

function grey({ width, height, data }: Plane): RgbaImage {
  const image = createImage(width, height);
  data.forEach((a, at) => image.data.fill(255 * a, at * 4, at * 4 + 3));
  return image;
}
