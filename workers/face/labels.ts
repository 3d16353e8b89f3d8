import type { Plane } from '../image/image';
import type { Point } from '../image/point';
import type { Window } from '../image/resample';
import type { HeadGeometry } from './head-geometry';

/** What the labelling model tells apart, in its order. `others`: glasses, jewellery, hats, masks, earphones. */
export const labelNames = ['background', 'hair', 'body', 'face', 'clothes', 'others'] as const;
export type Label = (typeof labelNames)[number];

/** Pixels of the labelled square along each side. */
export const labelSide = 256;

/** How sure the model is of each label at each pixel of a square, 0…255, row-major, `labelSide` squared. */
export type LabelPlanes = Readonly<Record<Label, Uint8Array<ArrayBuffer>>>;

/** The sitter, labelled: planes over a square window of the picture, in its pixels. */
export interface Labels {
  window: Window;
  planes: LabelPlanes;
}

/** Side of the square in face widths; a turned head's width is taken from its height. */
const sideInFaces = 2.6;
const widthPerHeight = 1.1;
/** How far the square's middle lies above that of eyes and chin, in face widths. */
const raised = 0.18;

/** The square about a head that is labelled, possibly beyond the picture's edges. */
export function labelWindow({ faceLeft, faceRight, centreX, eyeY, chinY }: HeadGeometry): Window {
  const faceWidth = faceRight - faceLeft;
  const side = sideInFaces * Math.max(faceWidth, widthPerHeight * (chinY - eyeY));
  return {
    x: centreX - side / 2,
    y: (eyeY + chinY) / 2 - raised * faceWidth - side / 2,
    width: side,
    height: side
  };
}

/** Index into the planes of a place of the picture; null outside the window. */
export function labelIndex({ window }: Labels, { x, y }: Point): number | null {
  const column = Math.floor(((x - window.x) * labelSide) / window.width);
  const row = Math.floor(((y - window.y) * labelSide) / window.height);
  const inside = column >= 0 && row >= 0 && column < labelSide && row < labelSide;
  return inside ? row * labelSide + column : null;
}

/** 1 at each pixel of the planes where a label is likelier than any other. */
export function likeliestPlane(planes: LabelPlanes, name: Label): Uint8Array<ArrayBuffer> {
  const rest = labelNames.filter((other) => other !== name).map((other) => planes[other]);
  return planes[name].map((own, at) => (rest.every((plane) => plane[at]! < own) ? 1 : 0));
}

/** The same labels on a picture scaled by `scale`. */
export function scaleLabels({ window, planes }: Labels, scale: number): Labels {
  const { x, y, width, height } = window;
  return { planes, window: { x: x * scale, y: y * scale, width: width * scale, height: height * scale } };
}

/** The same labels on a part of their picture that begins at `origin` and is scaled by `scale`. */
export function moveLabels(labels: Labels, origin: Point, scale: number): Labels {
  const { window, planes } = scaleLabels(labels, scale);
  return {
    planes,
    window: { ...window, x: window.x - origin.x * scale, y: window.y - origin.y * scale }
  };
}

/** Planes of 0…1 in the model's order as labels keep them. */
export function labelPlanes(given: readonly Plane[]): LabelPlanes {
  const planes = labelNames.map((name, index) => {
    const plane = given[index];
    if (plane?.data.length !== labelSide ** 2) throw new Error('the labelling model gave other planes');
    return [name, Uint8Array.from(plane.data, (share) => Math.round(255 * share))] as const;
  });
  return Object.fromEntries(planes) as Record<Label, Uint8Array<ArrayBuffer>>;
}
