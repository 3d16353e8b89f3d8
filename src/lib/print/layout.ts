import type { Millimetres } from './formats';

/** A sheet of equal photos; lengths in millimetres, y downwards from the top left corner. */
export interface Sheet extends Millimetres {
  photo: Millimetres;
  /** Top left corners, row by row. */
  places: readonly { x: number; y: number }[];
  /** Where to cut: each edge of the photos once, across the whole paper. */
  cuts: { across: readonly number[]; down: readonly number[] };
}

/** Printers leave the edge of the paper white. */
const margin = 4;
/** Between two photos, so that a cut that is a little off spoils neither. */
const gap = 2;

/** As many photos as fit, in the middle of the paper, upright or lengthwise, whichever holds more; none where none fits. */
export function layOut(photo: Millimetres, paper: Millimetres): Sheet {
  const upright = grid(photo, paper);
  const lengthwise = grid(photo, { width: paper.height, height: paper.width });
  return lengthwise.places.length > upright.places.length ? lengthwise : upright;
}

function grid(photo: Millimetres, paper: Millimetres): Sheet {
  const columns = fitting(photo.width, paper.width);
  const rows = fitting(photo.height, paper.height);
  const lefts = starts(columns, photo.width, paper.width);
  const tops = starts(rows, photo.height, paper.height);
  const edges = (from: readonly number[], length: number) => from.flatMap((at) => [at, at + length]);
  return {
    ...paper,
    photo,
    places: tops.flatMap((y) => lefts.map((x) => ({ x, y }))),
    cuts: { across: edges(tops, photo.height), down: edges(lefts, photo.width) }
  };
}

const fitting = (length: number, room: number) =>
  Math.max(0, Math.floor((room - 2 * margin + gap + 1e-6) / (length + gap)));

function starts(count: number, length: number, room: number): number[] {
  const used = count * length + (count - 1) * gap;
  return Array.from({ length: count }, (_, index) => (room - used) / 2 + index * (length + gap));
}

/** The part of a picture, in its pixels, that fills a print of other proportions: sides alike, the top always kept. */
export function partFor(
  picture: { width: number; height: number },
  print: Millimetres
): { x: number; y: number; width: number; height: number } {
  const wanted = print.width / print.height;
  const width = Math.min(picture.width, picture.height * wanted);
  return { x: (picture.width - width) / 2, y: 0, width, height: width / wanted };
}
