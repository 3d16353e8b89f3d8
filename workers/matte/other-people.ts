import { labelIndex, likeliestPlane, type Labels } from '../face/labels';
import { flooder } from '../image/flood';
import type { Plane, RgbaImage } from '../image/image';
import { nearestOf } from './nearest';
import { within } from './trimap';

/** Pixels along each side of a cell: people are told apart coarsely, and the band is solved after. */
const cell = 4;
/** In eye-to-chin lengths: an ear, or a strip of face beside hair, is narrower than twice this. */
const earReach = 0.1;
/** Least area of somebody's face without its margin, in squared eye-to-chin lengths. */
const leastFace = 0.08;
/** How far the middle of a piece of the sitter's face, a forehead over glasses, lies from the eyes; in the same lengths. */
const pieceReach = 0.8;
/** How far an ear stands off the mesh's outermost points, in the same lengths. */
const besideMesh = 0.3;
/** What a step over one level of grey costs, in cells; over a wall beside the people, many cells. */
const perLevel = 0.06;
const throughWall = 20;
/** How many times as much it costs those behind: of the sitter, who is in front, more is seen. */
const behind = 1.3;

/** Where a sitter's face is, in pixels of the picture. */
export interface SitterFace {
  /** Between the eyes. */
  x: number;
  y: number;
  chinY: number;
  /** The mesh's outermost points. */
  left: number;
  right: number;
}

interface Size {
  width: number;
  height: number;
}

/**
 * What of a picture belongs to somebody else whose face is seen beside the sitter's: 1 a pixel. Whoever's face is nearer,
 * by a way that avoids edges, has hair and clothes.
 *
 * @returns null where nobody else is seen
 */
export function otherPeople(
  image: RgbaImage,
  mask: Plane,
  labels: Labels,
  face: SitterFace
): Uint8Array<ArrayBuffer> | null {
  const size = { width: Math.ceil(image.width / cell), height: Math.ceil(image.height / cell) };
  const length = (face.chinY - face.y) / cell;
  const eyes = { x: face.x / cell, y: face.y / cell };
  const own = torsoCells(eyes, length, size);
  const others: number[] = [];
  const inner = eroded(faceCells(labels, size), size, Math.max(1, Math.round(earReach * length)));
  const flood = flooder(size.width, size.height);
  const seen = new Uint8Array(inner.length);
  const near = (at: number) =>
    Math.hypot((at % size.width) - eyes.x, Math.floor(at / size.width) - eyes.y - length / 2) < length / 2;
  const left = face.left / cell;
  const right = face.right / cell;
  const aside = (at: number) => Math.max(left - (at % size.width), (at % size.width) - right) / length;
  const awayOf = (place: Int32Array) => {
    const sum = (of: (at: number) => number) => place.reduce((all, at) => all + of(at), 0) / place.length;
    return Math.hypot(
      sum((at) => at % size.width) - eyes.x,
      sum((at) => Math.floor(at / size.width)) - eyes.y
    );
  };
  for (let at = 0; at < inner.length; at++) {
    if (!inner[at] || seen[at]) continue;
    const place = flood(inner, at, seen);
    const isOwn = awayOf(place) < pieceReach * length || place.some((to) => near(to));
    const beside = isOwn ? place.filter((to) => aside(to) > besideMesh) : place;
    if (isOwn) own.push(...place.filter((to) => aside(to) < 0));
    if (beside.length >= leastFace * length ** 2) others.push(...beside);
  }
  if (!others.length) return null;
  const theirs = nearestOf([own, others], size, stepCost(image, mask, size), behind);
  return Uint8Array.from(mask.data, (_, at) => {
    const column = Math.floor((at % image.width) / cell);
    const row = Math.floor(Math.floor(at / image.width) / cell);
    return theirs[row * size.width + column]!;
  });
}

/** Cells that are labelled the skin of a face before anything else. */
function faceCells(labels: Labels, { width, height }: Size): Uint8Array<ArrayBuffer> {
  const isFace = likeliestPlane(labels.planes, 'face');
  return Uint8Array.from({ length: width * height }, (_, at) => {
    const middle = { x: cell * ((at % width) + 0.5), y: cell * (Math.floor(at / width) + 0.5) };
    const index = labelIndex(labels, middle);
    return index === null ? 0 : isFace[index]!;
  });
}

function eroded(cells: Uint8Array, size: Size, reach: number): Uint8Array<ArrayBuffer> {
  return within(cells, 0, size, reach).map((near) => 1 - near);
}

/** What lies below the chin is the sitter's, as wide as a neck and then shoulders are at least. */
function torsoCells({ x, y }: { x: number; y: number }, length: number, { width, height }: Size): number[] {
  const cells: number[] = [];
  for (let row = Math.max(0, Math.round(y + length)); row < height; row++) {
    const half = length * Math.min(1.5, 0.22 + 1.1 * Math.max(0, (row - y) / length - 1.2));
    const end = Math.min(width - 1, Math.round(x + half));
    for (let column = Math.max(0, Math.round(x - half)); column <= end; column++)
      cells.push(row * width + column);
  }
  return cells;
}

function stepCost({ data, width: across }: RgbaImage, mask: Plane, { width }: Size) {
  const pixelOf = (at: number) => cell * Math.floor(at / width) * across + cell * (at % width);
  return (from: number, to: number): number => {
    const a = pixelOf(from);
    const b = pixelOf(to);
    let apart = 0;
    for (let c = 0; c < 3; c++) apart += Math.abs(data[a * 4 + c]! - data[b * 4 + c]!) / 3;
    return 1 + perLevel * apart + (mask.data[b]! < 0.5 ? throughWall : 0);
  };
}
