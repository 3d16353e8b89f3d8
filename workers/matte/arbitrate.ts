import { labelSide, type Labels } from '../face/labels';
import { flooder } from '../image/flood';
import { atLeast, createPlane, type Plane } from '../image/image';
import { within } from './trimap';

/** Of a photo's height: how far two outlines of one edge may lie apart, and how wide a part is that is more than that. */
const edgeReach = 10 / 640;
/** Pixels beyond that reach from which on a difference is about a thing, not about an edge. */
const leastCore = 30;
/**
 * Mean share of person up to which the labels are sure of the wall against the mask: flags, chair backs and walls of the
 * labelled portraits that the mask takes along have 0.08 … 0.15, hair that the labels do not know 0.16 and more.
 */
const surelyWall = 0.15;
/** Of the window's side: towards its edge the labels count less and less. */
const fading = 0.06;
/** The labels' surest answers, which stand for 0 and 1. */
const surest = 0.1;

/** Two outlines as one. */
export interface Arbitrated {
  mask: Plane;
  /** 1 on things that the mask had and that the labels took away. */
  removed: Uint8Array<ArrayBuffer>;
}

/**
 * The coarse mask corrected by the labels of the same picture. At the edge the labels decide, whose grid is finer there;
 * what they alone have (bunches, epaulettes) comes in; what the mask alone has goes where the labels are sure of the wall.
 */
export function arbitrate(mask: Plane, labels: Labels): Arbitrated {
  const { width, height } = mask;
  const person = personPlane(labels, mask);
  const merged = createPlane(width, height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const own = mask.data[at]!;
      const count = person[at]! < 0 ? 0 : weightAt(labels, x, y);
      merged.data[at] = own + count * (stretched(person[at]!) - own);
    }
  const removed = new Uint8Array(width * height);
  const had = atLeast(mask.data, 0.5);
  const has = atLeast(merged.data, 0.5);
  const differs = had.map((value, at) => value ^ has[at]!);
  const wallAlone = within(has, 1, mask, Math.round(edgeReach * height));
  const flood = flooder(width, height);
  const seen = new Uint8Array(width * height);
  for (let at = 0; at < differs.length; at++) {
    if (!differs[at] || seen[at]) continue;
    const place = flood(differs, at, seen);
    if (has[at]) continue;
    let core = 0;
    let sum = 0;
    for (const pixel of place) {
      if (!wallAlone[pixel]) core++;
      sum += person[pixel]!;
    }
    if (core < leastCore) continue;
    if (sum / place.length > surelyWall) for (const pixel of place) merged.data[pixel] = mask.data[pixel]!;
    else for (const pixel of place) removed[pixel] = 1;
  }
  return { mask: merged, removed };
}

const stretched = (share: number) => Math.max(0, Math.min(1, (share - surest) / (1 - 2 * surest)));

/** How far the labels count at a pixel, 0…1. */
function weightAt({ window }: Labels, x: number, y: number): number {
  const inner = Math.min(
    x - window.x,
    y - window.y,
    window.x + window.width - x,
    window.y + window.height - y
  );
  return Math.max(0, Math.min(1, inner / (fading * window.width)));
}

/** How much each pixel is no background, 0…1, between the labels' own pixels; −1 outside their window. */
function personPlane({ window, planes }: Labels, { width, height }: Plane): Float32Array {
  const person = new Float32Array(width * height).fill(-1);
  const { background } = planes;
  const last = labelSide - 1;
  const columns = Float64Array.from(
    { length: width },
    (_, x) => ((x + 0.5 - window.x) * labelSide) / window.width - 0.5
  );
  for (let y = 0; y < height; y++) {
    const row = ((y + 0.5 - window.y) * labelSide) / window.height - 0.5;
    if (row < 0 || row >= last) continue;
    const down = row - Math.floor(row);
    for (let x = 0; x < width; x++) {
      const column = columns[x]!;
      if (column < 0 || column >= last) continue;
      const right = column - Math.floor(column);
      const at = Math.floor(row) * labelSide + Math.floor(column);
      const upper = background[at]! * (1 - right) + background[at + 1]! * right;
      const lower = background[at + labelSide]! * (1 - right) + background[at + labelSide + 1]! * right;
      person[y * width + x] = 1 - (upper * (1 - down) + lower * down) / 255;
    }
  }
  return person;
}
