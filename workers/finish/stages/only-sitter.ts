import { labelSide, likeliestPlane, type Labels } from '../../face/labels';
import type { Plane, RgbaImage } from '../../image/image';
import { arbitrate } from '../../matte/arbitrate';
import { otherPeople, type SitterFace } from '../../matte/other-people';

/** The coarse mask of the sitter alone, and what the labels say besides; of the picture's size. */
export interface Own {
  mask: Plane;
  /** As the engine gave it. */
  coarse: Plane;
  /** 1 on what the mask had of other people and of things; absent without labels. */
  removed?: Uint8Array<ArrayBuffer>;
  /** 1 on the sitter's hair, which may stand off the head; absent without labels. */
  hair?: Uint8Array<ArrayBuffer>;
}

/** Corrects the coarse mask of a picture by its labels, and keeps the sitter of it; without labels it stays as it is. */
export function onlySitter(image: RgbaImage, coarse: Plane, labels: Labels | null, face: SitterFace): Own {
  if (!labels) return { mask: coarse, coarse };
  const { mask, removed } = arbitrate(coarse, labels);
  const hair = hairPixels(labels, mask);
  const theirs = otherPeople(image, mask, labels, face);
  if (theirs)
    for (let at = 0; at < theirs.length; at++) {
      if (!theirs[at]) continue;
      mask.data[at] = hair[at] = 0;
      removed[at] = 1;
    }
  return { mask, coarse, removed, hair };
}

/** 1 where hair is likelier than any other label. */
function hairPixels({ window, planes }: Labels, { width, height }: Plane): Uint8Array<ArrayBuffer> {
  const isHair = likeliestPlane(planes, 'hair');
  const pixels = new Uint8Array(width * height);
  const step = labelSide / window.width;
  const columns = Int32Array.from({ length: width }, (_, x) => Math.floor((x - window.x) * step));
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor((y - window.y) * step);
    const inside = row >= 0 && row < labelSide;
    for (let x = 0; x < width; x++, at++) {
      const column = columns[x]!;
      if (inside && column >= 0 && column < labelSide) pixels[at] = isHair[row * labelSide + column]!;
    }
  }
  return pixels;
}
