import { landmark, type Face } from '../../face/face';
import { leftEye, lidPairs, rightEye } from '../../face/parts';
import { toPicture } from '../../face/patch';
import { luminanceAt } from '../../image/luminance';
import type { Point } from '../../image/point';
import { eachIn, eachInside, square, type Box } from '../../image/region';
import { quantile } from '../../image/statistics';
import { oncePerScene } from '../scene';
import type { Sitter } from '../sitter';
import { wallBesideHead } from './wall';

/** Skin of one half of the face, in the face's axes: forehead, cheek, beside the chin; the other half mirrors it. */
const zones: readonly Box[] = [
  { left: 0.25, right: 0.65, top: -0.6, bottom: -0.4 },
  { left: 0.3, right: 0.7, top: 0.45, bottom: 0.95 },
  { left: 0.2, right: 0.3, top: 1.35, bottom: 1.45 }
];
/** Distance of the places that are looked at, and side of the square about each, in inter-eye distances. */
const step = 0.1;
const places: readonly Point[] = zones.flatMap(({ left, right, top, bottom }) =>
  steps(left, right).flatMap((x) => steps(top, bottom).map((y) => ({ x, y })))
);
/** Of the skin's places, the part that is darker: what the lamp does not reach does not count, nor does a gleam. */
const lit = 0.9;
/** Fewest pixels between the lids that tell the white of an eye, and the part of them that is darker than it. */
const fewest = 12;
const white = 0.85;
/** The white of an eye is in the shade of lids and lashes: the light before it is this many times as much. */
const beforeLids = 2;

/** Luminance, 0…255 of linear light, of places on the left half of the sitter's face and of their mirror images. */
export const mirroredSkin = oncePerScene(({ sitter }) =>
  sitter
    ? places.flatMap(({ x, y }) => {
        const left = luminanceAbout(sitter, { x, y });
        const right = luminanceAbout(sitter, { x: -x, y });
        return left === null || right === null ? [] : [{ left, right }];
      })
    : []
);

/**
 * Luminance, 0…255 of linear light, of what the light makes bright on a face: of its lit skin or, where that is brighter,
 * of what the whites of the eyes tell, which are white in every face. Null without a face in the picture.
 */
export const faceLight = oncePerScene((scene) => {
  const { sitter } = scene;
  const skin = mirroredSkin(scene).flatMap(({ left, right }) => [left, right]);
  if (!sitter || !skin.length) return null;
  const whites = (['right', 'left'] as const).flatMap((side) => {
    const levels: number[] = [];
    eachInside(sitter.image, eyeOutline(sitter.face, side), (at) =>
      levels.push(luminanceAt(sitter.image, at))
    );
    return levels.length < fewest ? [] : [beforeLids * quantile(levels, white)];
  });
  return Math.max(quantile(skin, lit), ...whites);
});

/** Median luminance, 0…255 of linear light, of the wall beside the head; null where too little of it is seen. */
export const wallLight = oncePerScene((scene) => {
  const wall = wallBesideHead(scene);
  if (!wall) return null;
  return quantile(
    wall.map((at) => luminanceAt(scene.image, at)),
    0.5
  );
});

function luminanceAbout({ image, frame, interEye }: Sitter, place: Point): number | null {
  let sum = 0;
  let count = 0;
  eachIn(image, square(toPicture(frame, place), Math.max(2, step * interEye)), (at) => {
    sum += luminanceAt(image, at);
    count++;
  });
  return count ? sum / count : null;
}

/** Between the lids of one eye, corner to corner. */
function eyeOutline(face: Face, side: 'left' | 'right'): Point[] {
  const { outer, inner } = side === 'left' ? leftEye : rightEye;
  const pairs = [...lidPairs[side]].sort((a, b) => landmark(face, a[0]).x - landmark(face, b[0]).x);
  const corners = [landmark(face, outer), landmark(face, inner)].sort((a, b) => a.x - b.x);
  return [
    corners[0]!,
    ...pairs.map(([upper]) => landmark(face, upper)),
    corners[1]!,
    ...pairs.toReversed().map(([, lower]) => landmark(face, lower))
  ];
}

function steps(from: number, to: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}
